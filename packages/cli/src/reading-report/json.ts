/** The reading as the contract's JSON. Offsets count UTF-16 units of the decoded file, or of the text taken out of a DOCX. */
import type { Paragraph } from '@floodgate/reading';
import type { AnswersOn, ReadingReport } from './input.ts';
import { claimIds, summarise } from './summary.ts';

export function readingJson({ name, reading, whenPublished, now, dataset }: ReadingReport): object {
  const { format, encoding, layout, published, publishedBy } = reading;
  // Of a DOCX nobody else has the text that offsets count in.
  const text = format === 'docx' ? { text: reading.file } : {};
  return {
    file: { name, format, encoding, layout, published, publishedBy, ...text },
    paragraphs: reading.paragraphs.map(paragraphJson),
    summary: summarise(reading),
    verdicts: { whenPublished: whenPublished && answersJson(whenPublished), now: answersJson(now) },
    dataVersion: dataset.hash,
  };
}

function paragraphJson(paragraph: Paragraph): object {
  const { claims, ...rest } = paragraph;
  return { ...rest, claims: claimIds(paragraph), claimPassages: claims };
}

function answersJson({ day, answers }: AnswersOn): object {
  return { asOf: day, claims: [...answers.values()] };
}
