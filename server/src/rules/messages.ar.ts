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
      doubled: 'العلامة {mark} مكررة، وحقها أن ترد مرة واحدة.',
      mixed: 'يُفتح الاقتباس بالعلامة {opening} ويُغلق بالعلامة {closing}.',
      stray: 'العلامات {mark} لا تحصر شيئًا.',
      insert: 'أضف العلامة {mark}',
      remove: 'احذف العلامة {mark}',
      open: 'افتح بالعلامة {mark}',
      close: 'أغلق بالعلامة {mark}',
    },
  },
  'glued-word': {
    summary: 'كلمتان، أو رقم وكلمة، كُتبا كلمة واحدة.',
    messages: {
      words: '«{written}» كلمتان: «{first}» و«{second}».',
      number: 'تنقص مسافة بين «{first}» و«{second}».',
      blank: 'افصل بينهما بمسافة',
      paragraph: 'ابدأ فقرة جديدة بينهما',
    },
  },
  'repeated-word': {
    summary: 'كلمة مكررة على التوالي.',
    messages: {
      repeated: '«{word}» مكررة على التوالي.',
      remove: 'احذف إحداهما',
    },
  },
  'missing-blank': {
    summary: 'تنقص مسافة بعد علامة ترقيم.',
    messages: {
      once: 'لا مسافة بعد العلامة {mark}، خلافًا لغيرها.',
      often: {
        by: 'others',
        one: 'لا مسافة بعد العلامة {mark} هنا وفي موضع آخر من المقال، خلافًا لغيرها.',
        two: 'لا مسافة بعد العلامة {mark} هنا وفي موضعين آخرين من المقال، خلافًا لغيرها.',
        few: 'لا مسافة بعد العلامة {mark} هنا وفي {others} مواضع أخرى من المقال، خلافًا لغيرها.',
        many: 'لا مسافة بعد العلامة {mark} هنا وفي {others} موضعًا آخر من المقال، خلافًا لغيرها.',
        other: 'لا مسافة بعد العلامة {mark} هنا وفي {others} موضع آخر من المقال، خلافًا لغيرها.',
      },
      insert: 'أضف مسافة بعدها',
      insertAll: {
        by: 'count',
        two: 'أضف مسافة بعدها في موضعين',
        few: 'أضف مسافة بعدها في {count} مواضع',
        many: 'أضف مسافة بعدها في {count} موضعًا',
        other: 'أضف مسافة بعدها في {count} موضع',
      },
    },
  },
  'stray-blank': {
    summary: 'مسافة زائدة قبل علامة ترقيم.',
    messages: {
      once: 'قبل العلامة {mark} مسافة، خلافًا لغيرها.',
      often: {
        by: 'others',
        one: 'قبل العلامة {mark} مسافة هنا وفي موضع آخر من المقال، خلافًا لغيرها.',
        two: 'قبل العلامة {mark} مسافة هنا وفي موضعين آخرين من المقال، خلافًا لغيرها.',
        few: 'قبل العلامة {mark} مسافة هنا وفي {others} مواضع أخرى من المقال، خلافًا لغيرها.',
        many: 'قبل العلامة {mark} مسافة هنا وفي {others} موضعًا آخر من المقال، خلافًا لغيرها.',
        other: 'قبل العلامة {mark} مسافة هنا وفي {others} موضع آخر من المقال، خلافًا لغيرها.',
      },
      displaced: 'مسافة العلامة {mark} في غير جهتها.',
      displacedOften: {
        by: 'others',
        one: 'مسافة العلامة {mark} في غير جهتها هنا وفي موضع آخر من المقال.',
        two: 'مسافة العلامة {mark} في غير جهتها هنا وفي موضعين آخرين من المقال.',
        few: 'مسافة العلامة {mark} في غير جهتها هنا وفي {others} مواضع أخرى من المقال.',
        many: 'مسافة العلامة {mark} في غير جهتها هنا وفي {others} موضعًا آخر من المقال.',
        other: 'مسافة العلامة {mark} في غير جهتها هنا وفي {others} موضع آخر من المقال.',
      },
      remove: 'احذفها',
      removeAll: {
        by: 'count',
        two: 'احذفها من موضعين',
        few: 'احذفها من {count} مواضع',
        many: 'احذفها من {count} موضعًا',
        other: 'احذفها من {count} موضع',
      },
      move: 'انقلها إلى ما بعد العلامة',
      moveAll: {
        by: 'count',
        two: 'انقلها إلى ما بعد العلامة في موضعين',
        few: 'انقلها إلى ما بعد العلامة في {count} مواضع',
        many: 'انقلها إلى ما بعد العلامة في {count} موضعًا',
        other: 'انقلها إلى ما بعد العلامة في {count} موضع',
      },
    },
  },
  'foreign-mark': {
    summary: 'علامة ترقيم لاتينية في نص عربي.',
    messages: {
      once: 'كُتبت العلامة {mark} هنا، وفي غير هذا الموضع {arabic}.',
      often: {
        by: 'others',
        one: 'كُتبت العلامة {mark} هنا وفي موضع آخر من المقال، وفي غيرهما {arabic}.',
        two: 'كُتبت العلامة {mark} هنا وفي موضعين آخرين من المقال، وفي غيرها {arabic}.',
        few: 'كُتبت العلامة {mark} هنا وفي {others} مواضع أخرى من المقال، وفي غيرها {arabic}.',
        many: 'كُتبت العلامة {mark} هنا وفي {others} موضعًا آخر من المقال، وفي غيرها {arabic}.',
        other: 'كُتبت العلامة {mark} هنا وفي {others} موضع آخر من المقال، وفي غيرها {arabic}.',
      },
      write: 'اكتب {arabic}',
      writeAll: {
        by: 'count',
        two: 'اكتب {arabic} في موضعين',
        few: 'اكتب {arabic} في {count} مواضع',
        many: 'اكتب {arabic} في {count} موضعًا',
        other: 'اكتب {arabic} في {count} موضع',
      },
    },
  },
  'mixed-number': {
    summary: 'أرقام كُتبت بطريقتين.',
    messages: {
      once: 'كُتب {number} بغير ما كُتبت به سائر الأرقام في هذا المقال.',
      often: {
        by: 'others',
        one: 'كُتب {number} وعدد آخر بغير ما كُتبت به سائر الأرقام في هذا المقال.',
        two: 'كُتب {number} وعددان آخران بغير ما كُتبت به سائر الأرقام في هذا المقال.',
        few: 'كُتب {number} و{others} أعداد أخرى بغير ما كُتبت به سائر الأرقام في هذا المقال.',
        many: 'كُتب {number} و{others} عددًا آخر بغير ما كُتبت به سائر الأرقام في هذا المقال.',
        other: 'كُتب {number} و{others} عدد آخر بغير ما كُتبت به سائر الأرقام في هذا المقال.',
      },
      mark: 'فُصلت آلاف {number} بالعلامة {mark}، وفي غيره من المقال بالعلامة {usual}.',
      write: 'اكتب {wanted}',
      writeAll: {
        by: 'count',
        two: 'اكتب العددين بالأرقام الأخرى',
        few: 'اكتب {count} أعداد بالأرقام الأخرى',
        many: 'اكتب {count} عددًا بالأرقام الأخرى',
        other: 'اكتب {count} عدد بالأرقام الأخرى',
      },
    },
  },
  'misspelt-word': {
    summary: 'حرف زلّ في كلمة.',
    messages: {
      slip: 'كُتب «{written}» هنا، وفي سائر المدوّنة «{word}» مع الكلمات نفسها.',
      yeh: 'كُتب «{written}» هنا، وآخره في سائر المدوّنة ألف مقصورة: «{word}».',
      write: 'اكتب {word}',
    },
  },
  'wrong-hamza': {
    summary: 'همزة قطع في موضع همزة وصل.',
    messages: {
      wasl: 'كُتب «{written}» بهمزة قطع، وهمزته همزة وصل: «{word}».',
      write: 'اكتب {word}',
    },
  },
  'unwanted-spelling': {
    summary: 'كلمة كُتبت بغير الرسم المقرر لهذه المدوّنة.',
    messages: {
      listed: 'كُتب «{written}» هنا، والمطلوب في هذه المدوّنة «{word}».',
      write: 'اكتب {word}',
    },
  },
  'departing-spelling': {
    summary: 'يلتزم المقال رسمًا غير ما يلتزمه مصدره.',
    messages: {
      otherHamza: 'تُرسم الهمزة في هذا المقال بغير ما تُرسم به في معظم مقالات المصدر، كما في «{word}». عدد الكلمات: {count}.',
      otherFinalYeh: 'تُرسم الياء في آخر الكلمة في هذا المقال بغير ما تُرسم به في معظم مقالات المصدر، كما في «{word}». عدد الكلمات: {count}.',
      otherFinalAlef: 'تُرسم الألف المقصورة في هذا المقال بغير ما تُرسم به في معظم مقالات المصدر، كما في «{word}». عدد الكلمات: {count}.',
      otherFinalHamza: 'تُرسم الهمزة في آخر الكلمة في هذا المقال بغير ما تُرسم به في معظم مقالات المصدر، كما في «{word}». عدد الكلمات: {count}.',
      otherTanwin: 'يُرسم التنوين في هذا المقال بغير ما يُرسم به في معظم مقالات المصدر، كما في «{word}». عدد الكلمات: {count}.',
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
