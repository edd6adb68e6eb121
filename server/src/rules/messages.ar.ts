import type { Templates } from './phrase';

/** What a rule says, in Arabic. */
interface ArabicRule {
  readonly summary: string;
  /** The keys and slots of the rule's own `messages`. */
  readonly messages: Templates;
}

const REMOVE = { remove: 'احذفه', removeBlock: 'احذف الكتلة كلها' };

/**
 * The summaries and messages of all rules, by id. A test compares keys and slots with the English ones; a rule that isn't
 * here yet speaks English. Whatever is written in Latin letters stands between backticks.
 */
export const ARABIC_RULES: Readonly<Record<string, ArabicRule>> = {
  'site-leftover': {
    summary: 'أضاف الموقع هذا إلى المقال، ولم يكتبه صاحبه.',
    messages: {
      navigation: '«{text}» من قوائم التصفح في الموقع.',
      related: '«{text}» يحيل إلى مواد أخرى في الموقع.',
      comments: '«{text}» من قسم التعليقات في الموقع.',
      sharing: '«{text}» من أزرار المشاركة في الموقع.',
      subscription: '«{text}» دعوة للقراء إلى الاشتراك.',
      account: '«{text}» مما يخص حسابات المستخدمين في الموقع.',
      rating: '«{text}» من أداة تقييم المقالات.',
      'reading-time': '«{text}» تقدير الموقع لمدة القراءة.',
      counter: '«{text}» عدّاد من عدّادات الموقع.',
      widget: '«{text}» لافتة من عناصر الصفحة.',
      tags: '«{text}» قائمة بوسوم الموقع.',
      copyright: '«{text}» إشعار قانوني من الموقع.',
      permalink: '«{text}» رابط إلى الخبر في الموقع.',
      store: '«{text}» إحالة إلى متجر للتطبيقات.',
      'jump-line': '«{text}» يحيل قارئ النسخة الورقية إلى صفحة أخرى.',
      'site-title': '«{text}» عنوان صفحة الموقع؛ أما عنوان المقال ففي السطر {line}.',
      phrase: '«{text}» مدرج في الإعدادات ضمن ما يضيفه الموقع.',
      decided: '«{text}» سطر تقرّر حذفه.',
      markup: '«{text}» من شيفرة الصفحة.',
      link: '«{text}» رابط منفرد في سطره.',
      contact: '«{text}» من بيانات الاتصال، وليس من النص.',
      'end-mark': '«{text}» علامة تختم بها الوكالة أخبارها.',
      repeated: {
        by: 'of',
        one: 'يرد «{text}» في {articles} من {of} مقال لهذا المصدر.',
        two: 'يرد «{text}» في {articles} من مقالين لهذا المصدر.',
        few: 'يرد «{text}» في {articles} من {of} مقالات لهذا المصدر.',
        many: 'يرد «{text}» في {articles} من {of} مقالًا لهذا المصدر.',
        other: 'يرد «{text}» في {articles} من {of} مقال لهذا المصدر.',
      },
      'repeated-byline': '«{text}» يرد هنا مرة ثانية، والأولى في السطر {line}.',
      interface: '«{text}» خطاب موجّه إلى مستخدم الصفحة.',
      'site-name': '«{text}» اسم الموقع.',
      category: '«{text}» اسم قسم أو زر في الصفحة فوق العنوان.',
      ...REMOVE,
    },
  },
  'stray-headline': {
    summary: 'عنوان خبر آخر، أو عنوان المقال نفسه مكررًا، يقع في النص.',
    messages: {
      'related-headline': '«{text}» عنوان خبر آخر.',
      'repeated-headline': '«{text}» عنوان المقال نفسه مكررًا.',
      ...REMOVE,
    },
  },
  'editorial-note': {
    summary: 'حول النص اسم كاتب أو مكان أو مصدر أو وقت نشر.',
    messages: {
      byline: '«{text}» يذكر كاتب الخبر.',
      dateline: '«{text}» يذكر المكان الذي جاء منه الخبر.',
      credit: '«{text}» يذكر مصدر الخبر.',
      timestamp: '«{text}» يذكر وقت نشر الخبر.',
      ...REMOVE,
    },
  },
  'inconsistent-name': {
    summary: 'اسم مكتوب بصورتين.',
    messages: {
      article: 'كُتب «{written}» هنا، و«{preferred}» في مواضع أخرى من هذا المقال.',
      source: 'كُتب «{written}» هنا، و«{preferred}» في معظم مقالات هذا المصدر التي تذكره.',
      tie: 'كُتب هذا الاسم «{written}» و«{preferred}»، بالقدر نفسه.',
      pinned: 'كُتب «{written}» هنا، والمطلوب في هذه المدوّنة «{preferred}».',
      write: 'اكتب {word}',
    },
  },
  'obfuscated-word': {
    summary: 'كلمة كُسرت برمز لتفلت من المرشّحات.',
    messages: {
      broken: '«{written}» هي «{word}» وقد حُشرت فيها رموز.',
      starred: 'في داخل {written} علامة تخفي كلمة، لعلها {word}.',
      spelled: 'كُتبت {written} حرفًا حرفًا بينها مسافات، والكلمة {word}.',
      write: 'اكتب {word}',
    },
  },
  'invisible-character': {
    summary: 'محرف لا يراه أحد يقع في النص.',
    messages: {
      once: 'هنا محرف لا يُرى: {name} ({code}).',
      often: {
        by: 'others',
        one: 'هنا وفي موضع آخر من المقال محرف لا يُرى: {name} ({code}).',
        two: 'هنا وفي موضعين آخرين من المقال محرف لا يُرى: {name} ({code}).',
        few: 'هنا وفي {others} مواضع أخرى من المقال محرف لا يُرى: {name} ({code}).',
        many: 'هنا وفي {others} موضعًا آخر من المقال محرف لا يُرى: {name} ({code}).',
        other: 'هنا وفي {others} موضع آخر من المقال محرف لا يُرى: {name} ({code}).',
      },
      formatting: {
        by: 'others',
        one: 'هنا محرف لا يُرى: {name} ({code})، ومعه محرف آخر من محارف الاتجاه في المقال.',
        two: 'هنا محرف لا يُرى: {name} ({code})، ومعه محرفان آخران من محارف الاتجاه في المقال.',
        few: 'هنا محرف لا يُرى: {name} ({code})، ومعه {others} محارف أخرى من محارف الاتجاه في المقال.',
        many: 'هنا محرف لا يُرى: {name} ({code})، ومعه {others} محرفًا آخر من محارف الاتجاه في المقال.',
        other: 'هنا محرف لا يُرى: {name} ({code})، ومعه {others} محرف آخر من محارف الاتجاه في المقال.',
      },
      remove: 'احذفه',
      removeAll: {
        by: 'count',
        two: 'احذفه من موضعين',
        few: 'احذفه من {count} مواضع',
        many: 'احذفه من {count} موضعًا',
        other: 'احذفه من {count} موضع',
      },
      blank: 'اكتب مسافة عادية',
      blankAll: {
        by: 'count',
        two: 'اكتب مسافة عادية في موضعين',
        few: 'اكتب مسافة عادية في {count} مواضع',
        many: 'اكتب مسافة عادية في {count} موضعًا',
        other: 'اكتب مسافة عادية في {count} موضع',
      },
      line: 'ابدأ سطرًا جديدًا',
      lineAll: {
        by: 'count',
        two: 'ابدأ سطرًا جديدًا في موضعين',
        few: 'ابدأ سطرًا جديدًا في {count} مواضع',
        many: 'ابدأ سطرًا جديدًا في {count} موضعًا',
        other: 'ابدأ سطرًا جديدًا في {count} موضع',
      },
      'no-break space': 'مسافة غير قابلة للكسر',
      'soft hyphen': 'واصلة خفية',
      'Arabic letter mark': 'علامة الحرف العربي',
      'zero width space': 'مسافة معدومة العرض',
      'zero width non-joiner': 'فاصل معدوم العرض',
      'zero width joiner': 'واصل معدوم العرض',
      'left-to-right mark': 'علامة الاتجاه من اليسار إلى اليمين',
      'right-to-left mark': 'علامة الاتجاه من اليمين إلى اليسار',
      'next line': 'محرف السطر التالي',
      'line separator': 'فاصل أسطر',
      'paragraph separator': 'فاصل فقرات',
      'left-to-right embedding': 'تضمين من اليسار إلى اليمين',
      'right-to-left embedding': 'تضمين من اليمين إلى اليسار',
      'pop directional formatting': 'إنهاء تنسيق الاتجاه',
      'left-to-right override': 'فرض الاتجاه من اليسار إلى اليمين',
      'right-to-left override': 'فرض الاتجاه من اليمين إلى اليسار',
      'narrow no-break space': 'مسافة ضيقة غير قابلة للكسر',
      'word joiner': 'رابط كلمات',
      'left-to-right isolate': 'عزل من اليسار إلى اليمين',
      'right-to-left isolate': 'عزل من اليمين إلى اليسار',
      'first strong isolate': 'عزل باتجاه أول حرف',
      'pop directional isolate': 'إنهاء عزل الاتجاه',
      'byte order mark': 'علامة ترتيب البايتات',
      'null character': 'المحرف الصفري',
      'blank of another width': 'مسافة بعرض آخر',
      'control character': 'محرف تحكم',
    },
  },
  'character-entity': {
    summary: 'محرف كُتب باسمه أو رقمه في شيفرة الصفحة.',
    messages: {
      once: '{written} هو ما تكتبه شيفرة الصفحة بدلًا من {meant}.',
      often: {
        by: 'others',
        one: '{written} هو ما تكتبه شيفرة الصفحة بدلًا من {meant}، ومثله موضع آخر من المقال.',
        two: '{written} هو ما تكتبه شيفرة الصفحة بدلًا من {meant}، ومثله موضعان آخران من المقال.',
        few: '{written} هو ما تكتبه شيفرة الصفحة بدلًا من {meant}، ومثله {others} مواضع أخرى من المقال.',
        many: '{written} هو ما تكتبه شيفرة الصفحة بدلًا من {meant}، ومثله {others} موضعًا آخر من المقال.',
        other: '{written} هو ما تكتبه شيفرة الصفحة بدلًا من {meant}، ومثله {others} موضع آخر من المقال.',
      },
      write: 'اكتب {meant}',
      writeAll: 'اكتب {meant} في المواضع كلها، وعددها {count}',
      blank: 'مسافة',
      line: 'نهاية سطر',
      nothing: 'محرف معدوم العرض',
    },
  },
  'misread-text': {
    summary: 'نص قُرئ بترميز غير ترميزه.',
    messages: {
      once: '{written} هو {meant} بعد أن قُرئ بترميز غير ترميزه.',
      often: {
        by: 'others',
        one: '{written} هو {meant} بعد أن قُرئ بترميز غير ترميزه، ومثله موضع آخر من المقال.',
        two: '{written} هو {meant} بعد أن قُرئ بترميز غير ترميزه، ومثله موضعان آخران من المقال.',
        few: '{written} هو {meant} بعد أن قُرئ بترميز غير ترميزه، ومثله {others} مواضع أخرى من المقال.',
        many: '{written} هو {meant} بعد أن قُرئ بترميز غير ترميزه، ومثله {others} موضعًا آخر من المقال.',
        other: '{written} هو {meant} بعد أن قُرئ بترميز غير ترميزه، ومثله {others} موضع آخر من المقال.',
      },
      write: 'اكتب {meant}',
      writeAll: 'اكتب الأصل في المواضع كلها، وعددها {count}',
    },
  },
  'lookalike-letter': {
    summary: 'حرف من أبجدية أخرى داخل كلمة.',
    messages: {
      once: 'في {written} الحرف {letter} من أبجدية أخرى، والكلمة هي {word}.',
      often: {
        by: 'others',
        one: 'في {written} الحرف {letter} من أبجدية أخرى، والكلمة هي {word}، ومثلها موضع آخر من المقال.',
        two: 'في {written} الحرف {letter} من أبجدية أخرى، والكلمة هي {word}، ومثلها موضعان آخران من المقال.',
        few: 'في {written} الحرف {letter} من أبجدية أخرى، والكلمة هي {word}، ومثلها {others} مواضع أخرى من المقال.',
        many: 'في {written} الحرف {letter} من أبجدية أخرى، والكلمة هي {word}، ومثلها {others} موضعًا آخر من المقال.',
        other: 'في {written} الحرف {letter} من أبجدية أخرى، والكلمة هي {word}، ومثلها {others} موضع آخر من المقال.',
      },
      write: 'اكتب {word}',
      writeAll: 'اكتب حروف الأبجدية الصحيحة في الكلمات كلها، وعددها {count}',
    },
  },
  'presentation-form': {
    summary: 'حرف مكتوب بشكل تختاره الخطوط من تلقاء نفسها.',
    messages: {
      once: '{written} هو {plain} بمحارف تدل على أشكال الحروف لا على الحروف.',
      often: {
        by: 'others',
        one: '{written} هو {plain} بمحارف تدل على أشكال الحروف لا على الحروف، ومثله موضع آخر من المقال.',
        two: '{written} هو {plain} بمحارف تدل على أشكال الحروف لا على الحروف، ومثله موضعان آخران من المقال.',
        few: '{written} هو {plain} بمحارف تدل على أشكال الحروف لا على الحروف، ومثله {others} مواضع أخرى من المقال.',
        many: '{written} هو {plain} بمحارف تدل على أشكال الحروف لا على الحروف، ومثله {others} موضعًا آخر من المقال.',
        other: '{written} هو {plain} بمحارف تدل على أشكال الحروف لا على الحروف، ومثله {others} موضع آخر من المقال.',
      },
      write: 'اكتب {plain}',
      writeAll: 'اكتب الحروف العادية في المواضع كلها، وعددها {count}',
    },
  },
  'decomposed-letter': {
    summary: 'حرف مكتوب بمحرفين، ويكفيه محرف واحد.',
    messages: {
      once: '{written} هنا محرفان، حرف وعلامة، ويكفيه محرف واحد.',
      often: {
        by: 'others',
        one: '{written} هنا محرفان، حرف وعلامة، ويكفيه محرف واحد، ومثله موضع آخر من المقال.',
        two: '{written} هنا محرفان، حرف وعلامة، ويكفيه محرف واحد، ومثله موضعان آخران من المقال.',
        few: '{written} هنا محرفان، حرف وعلامة، ويكفيه محرف واحد، ومثله {others} مواضع أخرى من المقال.',
        many: '{written} هنا محرفان، حرف وعلامة، ويكفيه محرف واحد، ومثله {others} موضعًا آخر من المقال.',
        other: '{written} هنا محرفان، حرف وعلامة، ويكفيه محرف واحد، ومثله {others} موضع آخر من المقال.',
      },
      write: 'اكتب {written} محرفًا واحدًا',
      writeAll: 'اكتب محرفًا واحدًا في المواضع كلها، وعددها {count}',
    },
  },
  'displaced-mark': {
    summary: 'حركة في موضع لا يحملها فيه حرف.',
    messages: {
      doubled: 'العلامة {mark} مكررة على حرف واحد.',
      two: 'على حرف واحد علامتان: {first} و{second}.',
      parted: 'تفصل مسافة بين العلامة {mark} وكلمتها.',
      loose: 'العلامة {mark} ليست على حرف.',
      below: 'الحرف {letter} مكسور، فلا تُكتب عليه {mark}.',
      garbled: 'في هذه الكلمة علامات عدة لا يحملها حرف في موضعها.',
      write: 'اكتب {word}',
      remove: 'احذفها',
    },
  },
  'stretched-word': {
    summary: 'كلمة ممدودة بالتطويل.',
    messages: {
      once: '{written} هي {word} مُدّت لتملأ السطر.',
      often: {
        by: 'others',
        one: '{written} هي {word} مُدّت لتملأ السطر، ومثلها كلمة أخرى من المقال.',
        two: '{written} هي {word} مُدّت لتملأ السطر، ومثلها كلمتان أخريان من المقال.',
        few: '{written} هي {word} مُدّت لتملأ السطر، ومثلها {others} كلمات أخرى من المقال.',
        many: '{written} هي {word} مُدّت لتملأ السطر، ومثلها {others} كلمة أخرى من المقال.',
        other: '{written} هي {word} مُدّت لتملأ السطر، ومثلها {others} كلمة أخرى من المقال.',
      },
      write: 'اكتب {word}',
      writeAll: 'اكتب الكلمات كلها، وعددها {count}، بلا تطويل',
    },
  },
  'lost-character': {
    summary: 'ضاع محرف من هذا الموضع.',
    messages: {
      replaced: {
        by: 'count',
        one: 'العلامة {written} بدل من شيء لم يستطع برنامج قراءته. اجلب المقال من جديد أو راجع مصدره.',
        two: 'العلامة {written} بدل من شيء لم يستطع برنامج قراءته، في موضعين من المقال. اجلب المقال من جديد أو راجع مصدره.',
        few: 'العلامة {written} بدل من شيء لم يستطع برنامج قراءته، في {count} مواضع من المقال. اجلب المقال من جديد أو راجع مصدره.',
        many: 'العلامة {written} بدل من شيء لم يستطع برنامج قراءته، في {count} موضعًا من المقال. اجلب المقال من جديد أو راجع مصدره.',
        other: 'العلامة {written} بدل من شيء لم يستطع برنامج قراءته، في {count} موضع من المقال. اجلب المقال من جديد أو راجع مصدره.',
      },
      halved: {
        by: 'count',
        one: 'هنا نصف محرف بلا نصفه الآخر.',
        two: 'هنا وفي موضع آخر نصفا محرفين بلا نصفيهما الآخرين.',
        few: 'هنا وفي مواضع أخرى {count} أنصاف محارف بلا أنصافها الأخرى.',
        many: 'هنا وفي مواضع أخرى {count} نصفًا من محارف بلا أنصافها الأخرى.',
        other: 'هنا وفي مواضع أخرى {count} نصف محرف بلا أنصافها الأخرى.',
      },
    },
  },
  'exposed-email': {
    summary: 'في النص عنوان بريد إلكتروني لأحد الأشخاص.',
    messages: {
      found: 'يبدو أن {address} عنوان بريد أحد الأشخاص.',
      mask: 'اكتب {masked}',
    },
  },
  'exposed-telephone': {
    summary: 'في النص رقم هاتف أحد الأشخاص.',
    messages: {
      found: 'يبدو أن {number} رقم هاتف أحد الأشخاص.',
      mask: 'اكتب {masked}',
    },
  },
  'reversed-quote': {
    summary: 'علامة تنصيص في الاتجاه المعاكس.',
    messages: {
      opening: 'العلامة {mark} تفتح اقتباسًا هنا، وهي في غير هذا الموضع تُغلقه.',
      closing: 'العلامة {mark} تُغلق اقتباسًا هنا، وهي في غير هذا الموضع تفتحه.',
      pair: 'العلامة {mark} مكانها الطرف الآخر من هذا الاقتباس.',
      prime: 'العلامة {mark} للبوصات والثواني، وهي هنا تُغلق اقتباسًا.',
      open: 'افتح بالعلامة {mark}',
      close: 'أغلق بالعلامة {mark}',
      turn: 'اقلب العلامتين',
    },
  },
  'unbalanced-quote': {
    summary: 'علامة تنصيص بلا قرين.',
    messages: {
      unclosed: 'الاقتباس الذي تفتحه العلامة {mark} لا يُغلق.',
      unopened: 'العلامة {mark} تُغلق اقتباسًا لم يُفتح.',
      stray: 'العلامات {mark} لا تحصر شيئًا.',
      insert: 'أضف العلامة {mark}',
      remove: 'احذف العلامة {mark}',
    },
  },
  'mixed-quote': {
    summary: 'اقتباس يُفتح بعلامة من نوع ويُغلق بعلامة من نوع آخر.',
    messages: {
      mixed: 'يُفتح الاقتباس بالعلامة {opening} ويُغلق بالعلامة {closing}.',
      open: 'افتح بالعلامة {mark}',
      close: 'أغلق بالعلامة {mark}',
    },
  },
  'doubled-quote': {
    summary: 'علامة تنصيص مكررة.',
    messages: {
      doubled: 'العلامة {mark} مكررة، وحقها أن ترد مرة واحدة.',
      remove: 'احذف العلامة {mark}',
      removeBoth: 'اكتب كل علامة مرة واحدة',
    },
  },
  'detached-quote': {
    summary: 'مسافة في غير جهتها من علامة تنصيص.',
    messages: {
      opening: 'العلامة {mark} تفتح اقتباسًا، لكنها ملتصقة بالكلمة التي قبلها.',
      closing: 'العلامة {mark} تُغلق اقتباسًا، لكنها ملتصقة بالكلمة التي بعدها.',
      move: 'انقل المسافة إلى الجهة الأخرى',
    },
  },
  'stripped-quote': {
    summary: 'يبدو أن علامتي تنصيص حُذفتا هنا.',
    messages: {
      stripped: 'التطويل في {word} يدل على علامة تنصيص حُذفت بعده.',
      join: 'اكتب {word}',
    },
  },
  'copied-article': {
    summary: 'المقال، أو معظمه، وارد في المدوّنة مرة أخرى.',
    messages: {
      again: 'هذا المقال وارد بنصه في {article}.',
      first: 'هذا المقال وارد بنصه في {article} أيضًا.',
      firstOfMany: {
        by: 'rest',
        one: 'هذا المقال وارد بنصه في {article} أيضًا، وفي مقال آخر نصفه أو أكثر.',
        two: 'هذا المقال وارد بنصه في {article} أيضًا، وفي مقالين آخرين نصفه أو أكثر.',
        few: 'هذا المقال وارد بنصه في {article} أيضًا، وفي {rest} مقالات أخرى نصفه أو أكثر.',
        many: 'هذا المقال وارد بنصه في {article} أيضًا، وفي {rest} مقالًا آخر نصفه أو أكثر.',
        other: 'هذا المقال وارد بنصه في {article} أيضًا، وفي {rest} مقال آخر نصفه أو أكثر.',
      },
      near: '{percent}% من هذا المقال وارد في {article} أيضًا.',
      nearMany: {
        by: 'rest',
        one: '{percent}% من هذا المقال وارد في {article} أيضًا، وفي مقال آخر نصفه أو أكثر.',
        two: '{percent}% من هذا المقال وارد في {article} أيضًا، وفي مقالين آخرين نصفه أو أكثر.',
        few: '{percent}% من هذا المقال وارد في {article} أيضًا، وفي {rest} مقالات أخرى نصفه أو أكثر.',
        many: '{percent}% من هذا المقال وارد في {article} أيضًا، وفي {rest} مقالًا آخر نصفه أو أكثر.',
        other: '{percent}% من هذا المقال وارد في {article} أيضًا، وفي {rest} مقال آخر نصفه أو أكثر.',
      },
      crowded: 'معظم هذا المقال وارد في أكثر من {most} مقال آخر، ولم يُقارن بها ليُعرف أيها نسخ منه.',
    },
  },
  'repeated-paragraph': {
    summary: 'فقرة واردة في المقال مرتين.',
    messages: {
      paragraph: 'هذه الفقرة واردة من قبل في السطر {line}.',
      run: 'هذه الفقرات ({count}) واردة من قبل ابتداءً من السطر {line}.',
      quotation: 'هذا اقتباس من السطر {line} أُبرز خارج النص.',
      remove: 'احذفها',
      removeAll: 'احذفها كلها',
    },
  },
  'unreadable-file': {
    summary: 'ملف تعذّر فتحه، أو ليس نصًّا بترميز `UTF-8`.',
    messages: {
      'windows-1256':
        'الملف ليس بترميز `UTF-8`: يبدو أنه بترميز `Windows-1256`، وهو الترميز العربي القديم. حوّله، مثلًا بالأمر `iconv -f WINDOWS-1256 -t UTF-8`.',
      'utf-16': 'الملف ليس بترميز `UTF-8`: يبدو أنه بترميز {detail}. حوّله إلى `UTF-8`، أو احفظه من جديد بهذا الترميز.',
      binary: 'الملف ليس نصًّا: يبدو أن محتواه {detail}. أخرجه من المدونة، أو استبعده في `corpuslint.jsonc`.',
      truncated: 'ينتهي الملف في وسط محرف (السطر {line}، {detail}): فقد انقطع آخره. اجلبه من جديد.',
      'lone-surrogate': 'في السطر {line} نصف محرف ({detail}): كتب برنامج أنصاف محارف `UTF-16` كأنها `UTF-8`. أعد كتابة الملف من مصدره.',
      encoding: 'الملف ليس بترميز `UTF-8`: تعذّرت قراءة السطر {line} ({detail}). حوّله إلى `UTF-8`، أو اجلبه من جديد.',
      unreadable: 'تعذّر فتح الملف: {detail}. تأكد من أن لك إذنًا بقراءته.',
    },
  },
};
