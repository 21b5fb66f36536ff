/** Whether what the grammar read is meant as a figure: "one of", 一个, 一种, an ordinal and a numeral inside a word are not. */
import { boundsBare } from './chinese-numeral.ts';
import type { Draft } from './draft.ts';
import { matchAt } from './match-at.ts';
import type { Language } from './quantity.ts';

/** What a single Chinese numeral may count; after anything else it is part of a word. */
const counts =
  /\s?(?:多|余)?(?:个|家|国|名|位|项|条|款|类|次|台|座|颗|块|片|枚|张|艘|架|辆|部|套|份|起|地|州|省|市|县|岁|层|级|轮|批|笔|件|处|所|支|只|口|人|户|股|期|届|代|种|场|篇|步|点|行|路|核|字|卷|册|方|党|院|厂|校|村|镇|区|段|章|节|门|派|极|页|间|栋|幢|桩|宗|封|幅|排|列|箱|桶|袋|包|瓶|趟|遍|回|顶|辑|句|团|席|票|届|道|重|组|队|大(?!概|约|多|量|部|都|学|会|型|为|幅|力|陆|选)|成员|企业|公司|机构|国家|芯片|工厂|数据中心|核心|超级大国|巨头|强|卡|者)/y;

export function isFigure(draft: Draft, text: string, lang: Language): boolean {
  if (draft.kind === 'duration' && lang === 'zh' && isRate(draft, text)) return false;
  if (draft.kind !== 'number' || draft.unit !== null || draft.interval !== null) return true;
  return lang === 'en' ? isEnglishFigure(draft, text) : isChineseFigure(draft, text);
}

/** 一年能造二十万片 is a rate, and its 一年 no stretch of time. */
function isRate({ start, end }: Draft, text: string): boolean {
  if (!/^一(?:年|个月|天)$/.test(text.slice(start, end))) return false;
  return (
    text[start - 1] === '每' ||
    matchAt(
      /(?:最多|至多|只|仅|大约|约|就|也|总共|共|才|便|要|可|能|将|生产|产|造|销|卖|出货|\d|[一二三四五六七八九十百][十百千万亿])/y,
      text,
      end,
    ) !== null
  );
}

function isEnglishFigure({ start, end }: Draft, text: string): boolean {
  if (/^(?:one|zero)$/i.test(text.slice(start, end))) return false;
  if (/[A-Za-z_]/.test(text[start - 1] ?? '') || /[A-Za-z_]/.test(text[end] ?? '')) return false;
  return true;
}

function isChineseFigure({ start, end }: Draft, text: string): boolean {
  const written = text.slice(start, end);
  if (/[第A-Za-z]/.test(text[start - 1] ?? '')) return false;
  // 8GPU counts GPUs; 5g and 3D are names.
  if (/[A-Za-z]/.test(text[end] ?? ''))
    return /\d/.test(written) && matchAt(/[A-Z]{2,}|[A-Z][a-z]/y, text, end) !== null;
  if (/\d/.test(written)) return true;
  if (/^[一壹零〇百千万亿兆]$/.test(written))
    return (
      /^[百千万亿]$/.test(written) &&
      ((matchAt(/[多余]/y, text, end) !== null && matchAt(counts, text, end) !== null) ||
        (boundsBare.test(text.slice(Math.max(0, start - 2), start)) && matchAt(counts, text, end) !== null))
    );
  return written.length > 1 || matchAt(counts, text, end) !== null;
}
