package typeface_test

// english are phrases of the kind that stand on the stage, long and short.
var english = []string{
	"208 credible", "603 open", "988 closed as not credible or duplicate", "1,799 reports of possible civilian harm",
	"28,562 strikes by the end of November 2017", "Iraq, from 8 August 2014", "Syria, from 22 September 2014",
	"at least 817 civilians", "Airwars: at least 5,961", "one in five strikes", "about one in 157",
	"No monthly figure was published before October 2016", "Mosul, 17 March 2017", "Raqqa, June to October 2017",
	"al-Jadida", "Tal Afar", "To Mosul", "Talk", "Year", "AVOW", "WAVE", "Type", "P. 12", "L’Avenir", "Tikrit", "Fallujah",
	"Open at the month’s end", "Credible in all", "Months without a figure break the line", "The coalition says",
	"The coalition says it takes all reports of civilian casualties seriously", "What the record says",
	"What the article said", "Every strike on the record", "Every number has a source", "Show the table", "Sources",
	"Play", "Pause", "Next chapter", "Back", "Speed", "Explore", "Cover", "Strikes", "Reports", "Cases", "The gap", "The count",
	"If", "After", "January 2016", "February 2016", "March 2016", "April 2016", "May 2016", "June 2016", "July 2016",
	"August 2016", "September 2016", "October 2016", "November 2016", "December 2016", "Aug 2014", "Sept 2014", "2014",
	"2015", "2016", "2017", "2018", "2019", "2020", "102 credible, 42 open", "199 credible, 695 open",
	"1,410 acknowledged deaths", "8,249 to 13,342", "8,249–13,342", "≈ 17%", "≤ 5", "≥ 817", "+12", "−3", "100%",
	"208 of 1,196 closed", "An exercise, not an estimate", "Assessments by month", "Independent count", "Airwars, May 2021",
	"Operation Inherent Resolve", "Combined Joint Task Force", "Weapons released", "Derived: total less credible less open",
	"One mark is one strike", "One mark = 10 strikes", "“credible” means more likely than not", "Kobanî", "Deir ez-Zor",
	"Abu Kamal", "Qayyarah", "Hawijah", "Baghuz", "Manbij", "the Islamic State group (ISIS, Daesh)", "ISIS",
	"View the report at The New York Times", "Read more: KEY TO MARKS", "AWAY", "VAT", "Tv", "F-16", "café à côté",
}

// arabic are phrases of the same kind; two carry vowel signs, some mix in digits or Latin names.
var arabic = []string{
	"٢٠٨ حالات موثوقة", "٦٠٣ حالات مفتوحة", "208 حالات موثوقة", "603 حالات مفتوحة في نهاية نوفمبر 2017",
	"بلاغات عن أضرار محتملة بالمدنيين", "الضربات في العراق وسوريا", "العراق منذ 8 آب/أغسطس 2014", "سوريا منذ ٢٢ أيلول ٢٠١٤",
	"٨١٧ مدنياً على الأقل", "ما لا يقل عن 5,961 بحسب Airwars", "ضربة من كل خمس ضربات", "نحو واحدة من كل ١٥٧", "الموصل",
	"الرقة", "الجديدة", "تلعفر", "دير الزور", "الفجوة", "العدد", "الحالات", "البلاغات", "الضربات", "لو أن", "ما بعد ذلك",
	"كانون الثاني ٢٠١٦", "شباط/فبراير", "تشرين الأول ٢٠١٧", "تنظيم الدولة الإسلامية (داعش)", "يقول التحالف", "ماذا يقول السجل؟",
	"ماذا قال المقال؟", "المصادر", "الجدول", "تشغيل", "إيقاف مؤقت", "التالي", "السابق", "لم يُنشر أي رقم شهري قبل أكتوبر 2016",
	"تمرين وليس تقديراً", "مشتقّ: المجموع ناقص الموثوق ناقص المفتوح", "علامة واحدة = ضربة واحدة", "لا إله", "الله", "كل الأسلحة المستخدمة",
	"التقييمات حسب الشهر", "عدد القتلى المعترف بهم", "الإحصاء المستقل", "٨٬٢٤٩ إلى ١٣٬٣٤٢", "٪١٧", "لآخر مرة",
}
