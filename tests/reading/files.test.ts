/** Files as they come: formats, encodings, and what is refused. */
import { deflateRawSync } from 'node:zlib';
import { InputError } from '@floodgate/engine/core';
import { loadText, readText } from '@floodgate/reading';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { CHINESE, ENGLISH, options, read, STRAIGHT } from './invented.ts';
import { storedZip, type ZipEntry } from './zip.ts';

const text = ENGLISH.map((en, i) => `${en}\n\n${CHINESE[i]}`).join('\n\n');

async function codeOf(bytes: Uint8Array, name = 'text.txt'): Promise<string> {
  try {
    await readText(bytes, name, options);
    return 'read';
  } catch (error) {
    return error instanceof InputError ? error.code : String(error);
  }
}

describe('encodings', () => {
  it.each([
    ['utf-8', text, {}],
    ['utf-8', text, { addBOM: true }],
    ['utf-16le', text, { addBOM: true }],
    ['utf-16be', text, { addBOM: true }],
    ['utf-16le', text, {}],
    ['utf-16be', text, {}],
    ['gb18030', text, {}],
    ['big5', '輝達三星期前表示，晶片出口的許可證將會發放。\n\n這是一個關於中國經濟的問題，沒有人知道答案。', {}],
  ])('%s is told by its bytes', async (encoding, written, settings) => {
    const loaded = await loadText(iconv.encode(written, encoding, settings), 'text.txt');
    expect(loaded.encoding).toBe(encoding);
    expect(loaded.text.replace(/^\ufeff/, '')).toBe(written);
  });

  it('that the page names is believed where it fits', async () => {
    const page = `<html><head><meta charset="gb2312"></head><body><p>${CHINESE[1]}</p></body></html>`;
    expect((await loadText(iconv.encode(page, 'gb18030'), 'a.html')).encoding).toBe('gb18030');
  });

  it('with a broken byte here and there is still read', async () => {
    const bytes = Buffer.from(text.repeat(4));
    bytes[bytes.indexOf('华')] = 0xff;
    expect((await loadText(bytes, 'a.txt')).encoding).toBe('utf-8');
  });
});

describe('what is no text', () => {
  it('is refused with its reason', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (Math.imul(i + 7, 2654435761) >>> 11) & 255);
    expect(await codeOf(noise)).toBe('unreadable-binary');
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7 …'))).toBe('unreadable-pdf');
    expect(await codeOf(new TextEncoder().encode('{\\rtf1 hello}'))).toBe('unreadable-rtf');
    expect(await codeOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('unreadable-doc');
    expect(await codeOf(new Uint8Array(10_000_001))).toBe('unreadable-too-large');
    expect(await codeOf(new TextEncoder().encode('\n'.repeat(500_000)))).toBe('unreadable-lines');
    expect(await codeOf(new TextEncoder().encode('\n'.repeat(499_999)))).toBe('read');
    expect(await codeOf(new TextEncoder().encode('PK\u0003\u0004 and nothing else'))).toBe('unreadable-docx');
  });

  it('is no fault where it is empty', async () => {
    for (const empty of ['', '\ufeff', ' \n\n\t', '12 34 56']) expect((await read(empty)).layout).toBe('empty');
  });
});

describe('an archive', () => {
  const document = (body: string): ZipEntry => ({
    name: 'word/document.xml',
    content: Buffer.from(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
  const types: ZipEntry = {
    name: '[Content_Types].xml',
    content: Buffer.from(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
  };
  const relations: ZipEntry = {
    name: '_rels/.rels',
    content: Buffer.from(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
  };
  const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const row = (en: string, zh: string) =>
    `<w:tr>${[en, zh].map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;

  it('with a Word text in a table is read, offsets counting in the text taken out of it', async () => {
    const table = `<w:tbl>${ENGLISH.map((en, i) => row(en, CHINESE[i])).join('')}</w:tbl>`;
    const reading = await readText(storedZip([types, relations, document(table)]), 'a.docx', options);
    expect(reading.layout).toBe('table');
    expect(reading.paragraphs.map(({ en, zh }) => [ENGLISH.indexOf(en!), CHINESE.indexOf(zh!)])).toEqual(STRAIGHT);
    for (const { text: cut, start, end } of reading.paragraphs.flatMap(({ quantities }) => quantities)) {
      expect(reading.file.slice(start, end)).toBe(cut);
    }
  });

  it('that is no Word text is refused', async () => {
    expect(await codeOf(storedZip([types]), 'a.docx')).toBe('unreadable-not-docx');
  });

  it('that says it holds too much is refused before anything is unpacked', async () => {
    const bomb = { ...document(''), says: 4_000_000_000 };
    expect(await codeOf(storedZip([types, relations, bomb]), 'a.docx')).toBe('unreadable-docx-bomb');
  });

  it('that holds more than it says is refused when the limit is reached', async () => {
    const zeros = deflateRawSync(Buffer.alloc(70_000_000, 32));
    const bomb = { name: 'word/document.xml', content: zeros, method: 8, says: 1000 };
    expect(await codeOf(storedZip([types, relations, bomb]), 'a.docx')).toBe('unreadable-docx-bomb');
  });

  it('whose entries all point at the same bytes is counted as often as it is named', async () => {
    const zeros = deflateRawSync(Buffer.alloc(5_000_000, 32));
    const many = Array.from({ length: 20 }, (_, i) => ({ name: `word/m${i}.bin`, content: zeros, method: 8, says: 9 }));
    expect(await codeOf(storedZip([document(''), ...many]), 'a.docx')).toBe('unreadable-docx-bomb');
  });

  it('that defines entities is refused', async () => {
    const laughs = {
      name: 'word/document.xml',
      content: Buffer.from('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
    };
    expect(await codeOf(storedZip([types, relations, laughs]), 'a.docx')).toBe('unreadable-docx-entities');
  });

  it('cut short is refused', async () => {
    const whole = storedZip([types, relations, document(paragraph('text'))]);
    for (const length of [5, 40, whole.length >> 1, whole.length - 3]) {
      expect(await codeOf(whole.subarray(0, length), 'a.docx')).toBe('unreadable-docx');
    }
  });
});

describe('HTML', () => {
  it('gives its words alone: no script, no style, nothing hidden', async () => {
    const { paragraphs } = await read(
      `<html><head><title>t</title><script>alert(111)</script></head><body><nav>222</nav><style>p{width:333px}</style>
      <p onclick="alert(444)">Sold <b>350</b>,000 chips<script>555</script> &amp; more.</p><p hidden>666 things</p>
      <div style="display:none">777 things</div><noscript>888 things</noscript><textarea>999 things</textarea></body></html>`,
      'a.html',
    );
    expect(paragraphs.map(({ en }) => en)).toEqual(['Sold 350,000 chips & more.']);
    expect(paragraphs[0].quantities).toMatchObject([{ text: '350</b>,000', value: 350000 }]);
  });

  it('built to stall a parser is refused', async () => {
    const pages = ['<div>'.repeat(100_000), `<p ${'a '.repeat(2000)}>`, '<table><tr><td>'.repeat(50_000)];
    const codes = await Promise.all(pages.map((page) => codeOf(new TextEncoder().encode(page), 'a.html')));
    expect(codes).toEqual(['unreadable-html-deep', 'unreadable-html-attributes', 'unreadable-html-deep']);
  });
});

describe('Markdown', () => {
  it('gives its words with their places in the file', async () => {
    const file =
      '---\ntitle: 111\ndate: 2025-07-20\n---\n# A title\n\nSold **350,000** [chips](http://x.y/222) &amp; more\\*.\n\n```\n333\n```\n\n> 444 pounds\n> were lost\n\n- 555 people\n\n<div onclick="1">666 boxes</div>';
    const { paragraphs, published } = await read(file, 'a.md');
    expect(published).toBe('2025-07-20');
    expect(paragraphs.map(({ en }) => en)).toEqual([
      'A title',
      'Sold 350,000 chips & more*.',
      '444 pounds were lost',
      '555 people',
      '666 boxes',
    ]);
    const values = paragraphs.flatMap(({ quantities }) => quantities.map(({ value }) => value));
    expect(values).toEqual([350000, 444, 555, 666]);
  });
});

describe('the day of the text', () => {
  it.each([
    ['July 24, 2025', '2025-07-24'],
    ['Published: 24 July 2025', '2025-07-24'],
    ['发布时间：2025年7月24日', '2025-07-24'],
    ['二〇二五年七月二十四日', '2025-07-24'],
    ['2025-07-24', '2025-07-24'],
    ['２０２５年７月２４日', '2025-07-24'],
    ['BEIJING, July 24, 2025 – The ministry said on Thursday that it would not comment.', '2025-07-24'],
    ['Washington, D.C., Thursday, July 24, 2025', '2025-07-24'],
    ['Updated: July 24, 2025 at 10:30 a.m.', '2025-07-24'],
    ['2025年7月24日 星期四 北京', '2025-07-24'],
    ['新华社北京2025年7月24日电 商务部发言人周四回答了记者的提问。', '2025-07-24'],
    ['（2025年7月24日讯）', '2025-07-24'],
    ['The law changed on 15 January 2026.', null],
    ['What changed on 15 January 2026', null],
    ['2026年1月15日之后', null],
    ['法律于2026年1月15日修改。', null],
    ['February 30, 2025', null],
    ['The rule of July 24, 2025 will be remembered by many as the one that opened the door again.', null],
  ])('%s', async (line, day) => {
    expect((await read(`${line}\n\n${text}`)).published).toBe(day);
  });

  it('that the caller gives comes first', async () => {
    const bytes = new TextEncoder().encode(`July 24, 2025\n\n${text}`);
    const reading = await readText(bytes, 'a.txt', { ...options, published: '2024-01-02' });
    expect(reading).toMatchObject({ published: '2024-01-02', publishedBy: 'caller' });
  });
});
