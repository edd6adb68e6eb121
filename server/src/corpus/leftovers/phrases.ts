/**
 * What interfaces say. Written for this project from the vocabulary that content systems and readers' apps have in
 * common; no list was imported and no phrase names an outlet.
 *
 * A phrase matches a whole block after `plain` (no harakat, ا for every alef, ي for ى, ه for ة, lower case, signs
 * dropped). `#` stands for a number. A phrase that ends in `…` is a cue: other words may follow it in its block, glued or not.
 */
export const KINDS = {
  navigation: `
    تخطى إلى المحتوى | تخط إلى المحتوى | التخطي إلى المحتوى | تجاوز إلى المحتوى | التجاوز إلى المحتوى | انتقل إلى المحتوى | الانتقال إلى المحتوى | اذهب إلى المحتوى
    زر الذهاب إلى الأعلى | الذهاب إلى الأعلى | العودة إلى الأعلى | أعلى الصفحة | إلى أعلى الصفحة | إلى الأعلى | عودة للأعلى | العودة للأعلى | بداية الصفحة
    الصفحة الرئيسية | الرئيسية | القائمة | القائمة الرئيسية | إغلاق القائمة | فتح القائمة | أنت هنا | خريطة الموقع | من نحن | اتصل بنا | تواصل معنا | هيئة التحرير
    السابق | التالي | المقال السابق | المقال التالي | الخبر السابق | الخبر التالي | المقالة السابقة | المقالة التالية | الصفحة السابقة | الصفحة التالية | تصفح المقالات
    أقسام الموقع | كل الأقسام | المزيد | عرض المزيد | عرض الكل | شاهد المزيد | اقرأ المزيد | إقرأ المزيد | قراءة المزيد | تابع القراءة | متابعة القراءة
    skip to content | skip to main content | skip to navigation | skip to site index | jump to content | back to top | back to the top | scroll to top | go to top | return to top | main menu | menu | close menu | open menu | toggle navigation | toggle menu
    home page | site map | sitemap | site index | about us | contact us | previous | next | next previous | previous next | previous article | next article | previous post | next post | read previous | read next | up next | post navigation
    more | read more | see more | show more | load more | view all | see all | continue reading | continue reading the main story | keep reading | read the full story | read full article | close | sections
    رفتن به محتوا | پرش به محتوا | بازگشت به بالا | صفحه اصلی | نقشه سایت | تماس با ما | درباره ما | ادامه مطلب | بیشتر بخوانید | مطلب قبلی | مطلب بعدی | خبر بعدی | خبر قبلی
    aller au contenu | aller au contenu principal | retour en haut | haut de page | accueil | article précédent | article suivant | lire la suite | voir plus | plan du site | nous contacter
    saltar al contenido | ir al contenido | volver arriba | página principal | artículo anterior | artículo siguiente | leer más | ver más | mapa del sitio | contacto
    zum inhalt springen | zum inhalt | nach oben | startseite | vorheriger artikel | nächster artikel | weiterlesen | mehr lesen | mehr anzeigen | impressum
    vai al contenuto | torna su | articolo precedente | articolo successivo | leggi tutto | leggi anche | continua a leggere
    içeriğe geç | içeriğe atla | yukarı çık | başa dön | ana sayfa | önceki haber | sonraki haber | devamını oku | daha fazla
    перейти к содержимому | перейти к содержанию | наверх | вернуться наверх | главная | читать далее | читать дальше | показать ещё | предыдущая статья | следующая статья
    ir para o conteúdo | pular para o conteúdo | voltar ao topo | página inicial | leia mais | ver mais | próximo artigo
  `,
  related: `
    مقالات ذات صلة… | مقالات متعلقة… | مقالات مشابهة… | مقالات مرتبطة… | مواضيع ذات صلة… | مواضيع مشابهة… | مواضيع متعلقة… | مواضيع مرتبطة… | أخبار ذات صلة… | أخبار متعلقة… | أخبار مشابهة… | موضوعات ذات صلة… | موضوعات متعلقة… | موضوعات مرتبطة… | روابط ذات صلة… | روابط ذات علاقة… | بنود مترابطة… | ذات صلة
    أخبار قد تهمك… | أخبار تهمك… | مواضيع قد تهمك… | موضوعات قد تهمك… | مقالات قد تهمك… | مقالات قد تعجبك… | قد يعجبك أيضا… | قد يهمك أيضا… | قد يهمك… | ربما يعجبك أيضا… | شاهد أيضا… | اقرأ أيضا… | إقرأ أيضا… | اقرأوا أيضا… | اقرؤوا أيضا… | طالع أيضا… | للمزيد اقرأ… | اقرأ المزيد عن…
    الأكثر قراءة | الأكثر مشاهدة | الأكثر تعليقا | الأكثر شعبية | الأكثر تداولا | الأكثر رواجا | الأكثر مشاركة | الأكثر بحثا | أحدث الأخبار | آخر الأخبار | أحدث المقالات | آخر المقالات | أهم الأخبار | أخبار مختارة | مختارات | اخترنا لك | اخترنا لكم | ننصح بقراءة… | نرشح لك… | المزيد من المقالات | المزيد من الأخبار | مقالات أخرى | مقالات أخرى للكاتب… | مقالات الكاتب… | المزيد من مقالات الكاتب… | أخبار أخرى
    related articles… | related posts… | related stories… | related topics… | related news… | related content | related coverage | related | read also… | also read… | see also | you may also like… | you might also like… | you may like | recommended | recommended for you | recommended stories | recommended reading | more from… | more stories | more in… | more on this story | most popular | most read | most viewed | most shared | most commented | trending | trending now | trending stories | popular posts | popular stories | latest news | latest stories | latest articles | recent posts | top stories | top news | editors picks | dont miss | what to read next
    مطالب مرتبط… | اخبار مرتبط… | مطالب مشابه | پربازدیدترین ها | پربازدیدترین | آخرین اخبار | همچنین بخوانید… | بیشتر بخوانید…
    articles similaires | articles liés | à lire aussi… | lire aussi… | sur le même sujet… | les plus lus | dans la même rubrique
    artículos relacionados | noticias relacionadas | te puede interesar… | lea también… | lee también… | lo más leído | más noticias
    ähnliche artikel | verwandte artikel | mehr zum thema… | lesen sie auch… | das könnte sie auch interessieren | meistgelesen | auch interessant
    articoli correlati | potrebbe interessarti | i più letti | benzer haberler | ilgili haberler… | ilginizi çekebilir | çok okunanlar | en çok okunanlar | ayrıca oku… | похожие статьи | читайте также… | по теме | самое читаемое | популярное | leia também… | notícias relacionadas | mais lidas
  `,
  comments: `
    اترك تعليقا | اترك ردا | اترك رد | اترك تعليقك | أضف تعليقا | أضف تعليق | أضف تعليقك | إضافة تعليق | اكتب تعليقك | اكتب تعليقا | إلغاء الرد | التعليقات | تعليقات | # تعليق | # تعليقات | لا يوجد تعليقات | لا توجد تعليقات | التعليقات مغلقة | التعليقات معطلة | تعليقات القراء | آراء القراء | تعليقات الزوار | إرسال التعليق | يجب أن تكون مسجلا الدخول… | يجب أن تكون مسجلا للدخول… | يجب تسجيل الدخول… | يجب عليك تسجيل الدخول… | يجب أنت تكون مسجل الدخول… | اضغط للتعليق | لن يتم نشر عنوان بريدك الإلكتروني… | الحقول الإلزامية مشار إليها…
    leave a reply | leave a comment | cancel reply | post a comment | post comment | add a comment | write a comment | comments | # comments | # comment | no comments | no comments yet | comments are closed | comments off | join the conversation | join the discussion | view comments | show comments | your email address will not be published… | required fields are marked… | be the first to comment
    دیدگاه ها | نظرات | نظر بدهید | ارسال نظر | نظر شما | دیدگاهتان را بنویسید | laisser un commentaire | commentaires | # commentaires | répondre | dejar un comentario | deja un comentario | deja una respuesta | comentarios | kommentare | # kommentare | kommentar hinterlassen | schreibe einen kommentar | lascia un commento | commenti | yorumlar | yorum yap | yorum yaz | bir cevap yazın | комментарии | добавить комментарий | оставить комментарий | comentários | deixe um comentário
  `,
  share: `
    شارك | شاركها | مشاركة | شارك هذا | شارك الخبر | شارك المقال | شارك هذا المقال | شارك هذا الخبر | شارك القصة | شارك هذا الموضوع | شارك هذه المقالة | شارك الموضوع | شارك عبر… | مشاركة عبر… | المشاركة عبر… | شارك على… | مشاركة على… | نسخ الرابط | انسخ الرابط | تم نسخ الرابط | طباعة | اطبع | اطبع الصفحة | طباعة الخبر | إرسال | أرسل إلى صديق | إرسال إلى صديق | حفظ | فيسبوك | فيس بوك | تويتر | واتساب | واتس اب | تيليجرام | تيليغرام | تيلجرام | تيلغرام | تيلقرام | تلغرام | تلجرام | انستغرام | إكس | ثريدز | لينكدإن | بينتيريست | ماسنجر | ريدديت | انستجرام | يوتيوب | سناب شات | البريد الإلكتروني | مشاركة عبر البريد | أعجبني | تغريد
    share | share this | share this article | share this story | share this post | share article | share on… | share via… | share with friends | copy link | link copied | copy the link | print | print this | print article | email | email this | email article | send | save | tweet | pin it | facebook | twitter | x | whatsapp | telegram | linkedin | pinterest | messenger | facebook messenger | reddit | instagram | youtube | tumblr | flipboard | like this | like loading | follow us | follow us on… | click to share on… | اشتراک گذاری | به اشتراک بگذارید | کپی لینک | چاپ | ارسال به دوستان
    partager | partager sur… | partager cet article | imprimer | copier le lien | envoyer par email | compartir | compartir en… | imprimir | copiar enlace | teilen | drucken | artikel teilen | link kopieren | auf facebook teilen | condividi | stampa | paylaş | facebookta paylaş | twitterda paylaş | yazdır | поделиться | распечатать | копировать ссылку | compartilhar | compartilhe
  `,
  subscribe: `
    اشترك | اشترك الآن | اشترك معنا | اشترك في النشرة البريدية… | اشترك في نشرتنا… | اشترك في القائمة البريدية… | اشترك في قناتنا… | النشرة البريدية | النشرة الإخبارية | القائمة البريدية | أدخل بريدك الإلكتروني… | بريدك الإلكتروني | تابعنا | تابعونا | تابعنا على… | تابعونا على… | تابعوا آخر الأخبار… | تابعوا آخر أخبار… | تابعوا أخبار… | تابع آخر الأخبار… | تابع آخر أخبار… | تابع أخبار… | لمتابعة آخر الأخبار… | لمتابعة آخر أخبار… | لمتابعة أخبارنا… | للاشتراك في… | اشترك في خدمة… | انضم إلينا | انضم إلى قناتنا… | حمل التطبيق… | حمل تطبيق… | حملوا تطبيق… | تفعيل الإشعارات
    subscribe | subscribe now | subscribe today | subscribe to our newsletter… | subscribe to our channel… | sign up for our newsletter… | sign up | newsletter | newsletters | get the newsletter | enter your email… | your email | your email address | get our app… | download our app… | download the app… | turn on notifications | become a member | support us | donate | اشتراک در خبرنامه | خبرنامه | عضویت در خبرنامه… | ما را دنبال کنید… | به کانال تلگرام… | sinscrire à la newsletter… | abonnez vous… | je mabonne | suivez nous… | suscríbete… | suscribirse | síguenos… | abonnieren | jetzt abonnieren | newsletter abonnieren | folgen sie uns… | iscriviti alla newsletter… | seguici su… | abone ol | bizi takip edin… | bültenimize abone olun… | подписаться | подписывайтесь на… | рассылка | assine | assine a newsletter… | siga nos…
  `,
  account: `
    تسجيل الدخول | تسجيل دخول | دخول | تسجيل | إنشاء حساب | إنشاء حساب جديد | حسابي | نسيت كلمة المرور | كلمة المرور | اسم المستخدم | تسجيل الخروج
    log in | login | log out | logout | sign in | sign out | register | register now | create account | create an account | my account | forgot password | forgot your password | username | password | remember me | ورود | ثبت نام | se connecter | connexion | créer un compte | mon compte | iniciar sesión | registrarse | mi cuenta | anmelden | einloggen | registrieren | accedi | giriş yap | üye ol | войти | регистрация | entrar | cadastre se
  `,
  rating: `
    التقييم | التقييمات | تقييم | قيم المقال | قيم الخبر | قيم هذا المقال | تقييم المستخدمين… | معدل التقييم… | ما تقييمك | هل أعجبك المقال | هل كان هذا المقال مفيدا | هل كانت هذه الصفحة مفيدة
    rating | ratings | rate this | rate this article | rate this post | user rating… | was this article helpful | was this helpful | # votes | # ratings | امتیاز | امتیاز شما | به این مطلب امتیاز دهید | bewerten | artikel bewerten | notez cet article | oyla | valora este artículo
  `,
  'reading-time': `
    قراءة # دقيقة | قراءة # دقائق | # دقائق قراءة | # دقيقة قراءة | دقيقة قراءة | دقيقتان للقراءة | # دقائق للقراءة | # دقيقة للقراءة | مدة القراءة # دقائق | مدة القراءة # دقيقة | مدة القراءة دقيقة | مدة القراءة دقيقتان | مدة القراءة دقيقة واحدة | قراءة دقيقتين | قراءة دقيقة | وقت القراءة # دقائق | وقت القراءة # دقيقة | وقت القراءة المتوقع… | زمن القراءة…
    # min read | # mins read | # minute read | # minutes read | # min | reading time # minutes | reading time # min | estimated reading time… | زمان مطالعه # دقیقه | زمان مطالعه… | lecture # min | temps de lecture # min | temps de lecture # minutes | # min de lecture | tiempo de lectura # minutos | # min de lectura | lesezeit # minuten | lesezeit # min | # min lesezeit | okuma süresi # dakika | # dk okuma | время чтения # минут | # мин чтения | tempo di lettura # minuti | tempo de leitura # min
  `,
  counter: `
    # مشاهدة | # مشاهدات | # زيارة | # قراءة | # مشاركة | # مشاركات | # إعجاب | عدد المشاهدات # | عدد القراءات # | عدد الزيارات # | المشاهدات # | مشاهدات # | القراءات # | الزيارات #
    # views | # view | views # | # shares | # share | # likes | # reads | # followers | بازدید # | # بازدید | # vues | # partages | vistas # | # aufrufe | # görüntüleme | просмотров # | # просмотров | # visualizações
  `,
  advertisement: `
    إعلان | إعلانات | مساحة إعلانية | الإعلان | مساحة اعلانية | أعلن معنا | advertisement | advertising | ad | ads | sponsored | sponsored content | supported by | promoted | promoted content | paid content | تبلیغات
    publicité | publicidad | anzeige | werbung | pubblicità | reklam | реклама | publicidade
  `,
  widget: `
    حجم الخط | تكبير الخط | تصغير الخط | تغيير حجم الخط | أ أ أ | A A | A A A | الوضع الليلي | الوضع الداكن | استمع للمقال | استمع إلى المقال | استمع للخبر | استمع | تشغيل الصوت | تحميل | جاري التحميل | انتظر من فضلك | بحث | ابحث | ابحث هنا | ابحث في الموقع | بحث متقدم | نتائج البحث | إغلاق | موافق | إعلان | إعلانات | مساحة إعلانية | الإعلان | مساحة اعلانية | أعلن معنا | استطلاع | استطلاع الرأي | صوت الآن | شاركنا برأيك | شارك برأيك | رأيك يهمنا | ألبوم الصور | معرض الصور | 
    font size | increase font size | decrease font size | text size | dark mode | light mode | listen to this article | listen | play audio | audio | loading | please wait | search | search for | search here | search results | advertisement | advertising | ad | ads | sponsored | sponsored content | supported by | promoted | promoted content | paid content | poll | vote now | photo gallery | gallery | image gallery | slideshow | slide | اندازه فونت | جستجو | تبلیغات | publicité | rechercher | publicidad | buscar | anzeige | werbung | suche | suchen | pubblicità | cerca | reklam | ara | arama | реклама | поиск | publicidade
  `,
  tags: `
    الوسوم… | وسوم… | الوسم… | الكلمات المفتاحية… | كلمات مفتاحية… | كلمات دلالية… | الكلمات الدلالية… | الكلمات الدالة… | التصنيفات… | تصنيفات… | تحت تصنيف… | سمات… | تاغات… | العلامات…
    tags… | tagged… | filed under… | posted in… | keywords… | topics… | برچسب ها… | برچسبها… | کلیدواژه ها… | mots clés… | etiquetas… | schlagwörter… | schlagworte… | etiketler… | теги… | метки…
  `,
  copyright: `
    جميع الحقوق محفوظة… | كل الحقوق محفوظة… | كافة الحقوق محفوظة… | حقوق النشر محفوظة… | حقوق النشر… | حقوق الطبع والنشر… | سياسة الخصوصية | الشروط والأحكام | شروط الاستخدام | شروط الخدمة | اتفاقية الاستخدام | سياسة الاستخدام | إخلاء مسؤولية… | هذا المقال يعبر عن رأي… | هذه المقالة تعبر عن رأي… | المقال يعبر عن رأي… | المقالات المنشورة تعبر عن… | المقالات المنشورة لا تعبر… | المقالات تعبر عن رأي… | جميع المقالات المنشورة تعبر… | الآراء الواردة في هذا المقال… | الآراء الواردة في المقال… | الآراء المنشورة تعبر عن… | التعليقات المنشورة لا تعبر… | ملفات تعريف الارتباط | سياسة ملفات تعريف الارتباط | يستخدم هذا الموقع ملفات تعريف الارتباط… | نستخدم ملفات تعريف الارتباط… | قبول الكل | قبول ملفات تعريف الارتباط
    all rights reserved… | copyright… | privacy policy | privacy | privacy notice | terms of use | terms of service | terms and conditions | terms | cookie policy | cookies | cookie settings | accept all | accept cookies | accept all cookies | we use cookies… | this website uses cookies… | this site uses cookies… | manage cookies | disclaimer | تمامی حقوق محفوظ است… | کلیه حقوق… | tous droits réservés… | mentions légales | politique de confidentialité | todos los derechos reservados… | aviso legal | política de privacidad | alle rechte vorbehalten… | datenschutz | datenschutzerklärung | tutti i diritti riservati… | tüm hakları saklıdır… | gizlilik politikası | все права защищены… | политика конфиденциальности | todos os direitos reservados…
  `,
  contact: `
    عنوان التواصل… | عنوان المراسلة… | للتواصل مع الكاتب… | للتواصل مع الكاتبة… | للتواصل مع المحرر… | للتواصل على… | للتواصل عبر… | للتواصل | للمراسلة… | لمراسلة الكاتب… | راسل الكاتب… | بريد الكاتب… | البريد الإلكتروني للكاتب… | حساب الكاتب… | تابع الكاتب على… | لإرسال ملاحظاتكم…
    contact the author… | contact the writer… | email the author… | email the reporter… | follow the author… | follow him on… | follow her on… | reach the reporter… | write to the author…
  `,
  store: `
    حمل التطبيق… | تحميل التطبيق من… | تحميل التطبيق عبر… | التحميل من… | التحميل عبر… | التحميل على… | التحميل في… | تنزيل التطبيق من… | تنزيل التطبيق عبر… | حمل التطبيق من… | متوفر على… | احصل عليه من… | نزل التطبيق… | تنزيل التطبيق…
    get it on google play | download on the app store | available on the app store | available on google play | google play | app store
  `,
  'jump-line': `
    تفاصيل ص # | تفاصيل ص# | التفاصيل ص # | التفاصيل ص# | تتمة ص # | البقية ص # | التتمة على الصفحة # | تفاصيل صفحة # | التفاصيل صفحة # | see page # | continued on page # | continued from page # | turn to page #
  `,
  permalink: `
    رابط الخبر… | رابط المقال… | رابط الموضوع… | رابط مختصر… | الرابط المختصر… | رابط دائم… | الرابط الدائم… | المقال من المصدر… | المصدر الأصلي للخبر… | لقراءة الخبر من المصدر… | short url… | short link… | permalink… | shortlink… | لینک کوتاه… | لینک کوتاه خبر…
  `,
} as const;

export type PhraseKind = keyof typeof KINDS;

/**
 * Words that address a reader as a user of a page. Two of them in a short block that is no sentence of the article, or
 * one in a very short one, are what a menu or a form looks like in phrases nobody listed. Plain forms, see `KINDS`.
 */
export const INTERFACE_WORDS = `
  اشترك اشتراك اشتراكك الاشتراك للاشتراك اشتركوا سجل سجلوا التسجيل للتسجيل تسجيل الدخول حساب حسابك حسابا بحسابك بريدك بريدكم الالكتروني
  اشعار اشعارات الاشعارات اشعاراتنا نشرتنا النشره نشره لاستلام استلام لتلقي تلقي لتصلك تصلك ليصلك يصلك عروض عروضنا تعليق تعليقا تعليقك التعليق التعليقات
  تقييم تقييمك التقييم للتقييم لتقييم قيم شارك شاركنا شاركها شاركه مشاركه اضغط انقر هنا الرابط رابط تحميل حمل حمله التطبيق تطبيق تطبيقنا تطبيقات متجر ستور
  موقعنا صفحتنا قناتنا منصتنا متابعتنا تابعنا تابعونا تابعوا للمزيد المزيد تصفح تصفحك المتصفح المحتوي القائمه قائمه طباعه نسخ لتتمكن لتتمكنوا يمكنك يمكنكم
  قم الرجاء يرجي فضلك للتواصل للاتصال للمراسله للاعلان sms رساله الرمز whatsapp واتساب تيليجرام تلغرام فيسبوك انستغرام انستجرام يوتيوب تويتر
  subscribe subscription newsletter newsletters sign login log account email inbox notifications notification comment comments share follow click tap download app
  cookies privacy copyright reserved advertisement sponsored loading browser javascript menu search password signup register your ours website
`;

/** Words that name parts of a site: what stands above a headline in a line of its own. Plain forms. */
export const SECTION_WORDS = `
  الرييسيه رئيسي رئيسيه الرئيسيه محلي محليه المحليه عالمي عالميه دوليه عربيه سلايد سلايدر slider slide featured اخبار الاخبار سياسه السياسه سياسي اقتصاد الاقتصاد رياضه الرياضه ثقافه الثقافه محليات منوعات مقالات مقال راي الراي
  اراء تقارير تقرير تحقيقات حوارات عاجل مميز العالم دوليات عربي ودولي صحه علوم تكنولوجيا تقنيه فن فنون مجتمع شؤون الشان ملفات خاص غير مصنف
  news politics economy business sports sport culture opinion world local health science technology tech lifestyle entertainment breaking uncategorized exclusive
`;

/** What an outlet calls itself before its name. Plain forms. */
export const OUTLET_WORDS = 'مدونه موقع صحيفه جريده شبكه وكاله قناه مجله بوابه منصه اذاعه تلفزيون blog خبرگزاری پایگاه';

/** What stores of apps are called. Plain forms, as runs of words. */
export const STORES = `
  غوغل بلاي | جوجل بلاي | قوقل بلاي | متجر غوغل بلاي | متجر جوجل بلاي | متجر غوغل | متجر جوجل | ابل ستور | اب ستور | متجر ابل | متجر اب ستور | متجر التطبيقات | هواوي ستور | متجر هواوي
  google play | google play store | app store | apple store | the app store | appgallery
`;

/** What stands before the numbers of a contact. Plain forms. */
export const CONTACT_WORDS = `
  ص ب صندوق بريد البريد بريدي الرمز البريدي هاتف الهاتف تلفون تليفون ت جوال الجوال فاكس الفاكس موبايل تحويله سنترال رقم
  tel telephone phone fax mobile ext extension po box postal zip code تلفن نمابر
`;

/** What agencies are called, in datelines and credits. Plain forms, as runs of words. */
export const AGENCIES = `
  وكالات | الوكالات | وكالات الانباء | متابعات | مواقع | خاص | صحف | ا ف ب | اف ب | د ب ا | فرانس برس | رويترز | رويتر | اسوشيتد برس | اسوشييتد برس | الاناضول | واس | سانا | وام | كونا | قنا | بترا | شينخوا | تاس | سبوتنيك | نوفوستي | الالمانيه | الفرنسيه | فارس | ارنا | وفا | معا
  afp | ap | reuters | agencies | dpa | tass | xinhua | anadolu | upi | efe | ansa | ایسنا | ایرنا | مهر | تسنیم
`;

/** Whose pictures stand in the news, beside the agencies that also write. Plain forms, as runs of words. */
export const PICTURE_AGENCIES = `
  الاوروبيه | الاوربيه | اسوشيتد برس | اسوشييتد برس | غيتي | غيتي ايميجز | جيتي | شترستوك | مواقع التواصل | مواقع التواصل الاجتماعي | ارشيف | ارشيفيه | الصحافه الاجنبيه
  getty | getty images | epa | shutterstock | archive | file | social media | handout | pool | imago | imago images | apa | keystone | picture alliance | zuma press | nurphoto | sipa | alamy | istock | ap photo | afp photo | lehtikuva | ritzau scanpix | ntb | tt | belga | lusa | ansa photo | reuters photo
`;

/** Words that lines of dates and hours are made of, beside numbers. Plain forms. */
export const DATE_WORDS = `
  يناير فبراير مارس ابريل مايو يونيو يونيه يوليو يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر كانون الثاني الاول شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين
  جانفي فيفري افريل ماي جوان جويليه اوت محرم صفر ربيع الاخر جمادي الاولي الاخره رجب شعبان رمضان شوال ذو القعده الحجه ذي
  السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه صباحا مساء ظهرا ص م ه الساعه منتصف الليل بتوقيت غرينتش جرينتش مكه تاريخ النشر نشر في اخر تحديث تحديث منذ ساعه ساعات دقيقه دقائق يوم ايام
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun am pm gmt utc et est edt cet published updated last update posted on at ago hours minutes
  فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند شنبه یکشنبه دوشنبه سه چهارشنبه پنجشنبه جمعه ساعت تاریخ انتشار
`;

/** A paragraph that starts so goes on with what stood before it: و or ف and a verb of saying, or a connective. Plain forms. */
export const CONTINUATIONS = `
  اضاف اضافت تابع تابعت اشار اشارت اوضح اوضحت اكد اكدت قال قالت لفت لفتت ذكر ذكرت بين بينت شدد شددت نوه نوهت اردف اردفت تطرق تطرقت اعتبر اعتبرت راي رات اعرب اعربت
  كشف كشفت نقل نقلت حذر حذرت دعا دعت طالب طالبت استطرد زاد زادت ختم ختمت وصف وصفت عبر عبرت اعلن اعلنت افاد افادت اعترف اقر تعهد اتهم اتهمت رد ردت علق علقت استدرك مضي
`;
export const CONNECTIVES = 'كما وبدوره وبحسب ويذكر';

/** Signs of the end of an agency's message, whole blocks without blanks. */
export const END_MARK =
  /^(?:\/+\s*انته[ىي]\s*\/*|انته[ىي]\s*\/+|انتهای (?:خبر|پیام)\s*\/?|n{4}|-30-|\p{L}{1,3}(?:-\p{L}{1,3})?(?:\/\p{L}{1,3}){1,3})$/iu;

/** What only a caption begins with. Plain forms, as runs of words. */
export const CAPTION_BEGINNINGS = `
  جانب من | صوره | صور من | لقطه | لقطات من | مشهد من | مشاهد من | في الصوره | يمين الصوره | من اليمين | من اليسار | pictured | file photo | from left
`;

/** Before what a picture catches its people in. Plain forms. */
export const CAPTION_MOMENTS = 'خلال اثناء لحظه';

/** Stretches of time, of which more is said than what a picture catches. Plain forms, without the article. */
export const STRETCHES_OF_TIME = `
  عام عامين اعوام سنه سنتين سنوات شهر شهرين اشهر شهور اسبوع اسبوعين اسابيع يوم يومين ايام ساعه ساعات دقايق فتره مده مرحله عقد عقدين عقود قرن نصف ربع ثلث فصل موسم
`;

/** What goes on with a sentence behind the name of its source in brackets. Plain forms. */
export const SOURCE_CONTINUATIONS = 'ان انه انها انهم عن في من التي الذي علي الي بان قوله قولها كما';

/** What stands before the name of a writer. Plain forms. */
export const BY_WORDS = 'بقلم كتب كتبت اعداد تحرير ترجمه حوار تصوير حاوره by par por von di av door tekst автор przez';

/** What somebody did for the story, before the name or alone. Plain forms. */
export const ROLE_WORDS = 'بقلم كتب كتبت اعداد تصوير عدسه ترجمه حاوره حاورها حاورته';

/** What a piece is, alone before the name; and what may follow it with و. Plain forms. */
export const GENRE_WORDS = 'كتابه تحرير ترجمه حوار رصد تحليل متابعه تقرير تحقيق استطلاع قراءه شعر';
export const SECOND_GENRE_WORDS = 'تصوير تحرير حوار رصد متابعه اعداد';

/** What an office of a paper or an agency begins with, but for the article. Plain forms. */
export const DESK_WORDS = 'قسم مكتب وكاله قناه تلفزيون اذاعه مراسل مراسلو';

/** What stands in no name of a person or place; `على` is written like a given name there. Plain forms. */
export const NAMELESS_WORDS = 'في من الي عن كما هي هو هم لا ما هذا هذه ذلك انت انا نحن قد ثم او بين بعد قبل مع كل كان قال قالت يقول';

/** What names of places of several words begin with, and no name of a person does. Plain forms. */
export const PLACE_WORDS = `
  مكه مدينه محافظه جزيره مخيم وادي راس بيت دار تل رام كفر عين دير شرم حفر خميس جبل شمال جنوب شرق غرب وسط
  سان سانت سانتا نيو بورت كوالا لوس ريو ساو هونغ هونج اديس بوينس كيب
`;

/** Places whose first word may be a given name. Plain forms, as runs of words. */
export const PLACES = 'اسلام اباد | ابو ظبي | ام القيوين | بور سعيد | بور سودان | ديار بكر';
