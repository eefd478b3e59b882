// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

namespace {

struct Entry
{
    QString context;
    QString source;
    QStringList texts; ///< one, or one for each number
    QString state;     ///< "unfinished", "vanished", or empty where all is well
};

QList<Entry> entriesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            entries.append({context, xml.readElementText(), {}, {}});
        } else if (xml.name() == QLatin1String("translation")) {
            entries.last().state = xml.attributes().value(QLatin1String("type")).toString();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            entries.last().texts.append(text.trimmed().split(QRegularExpression(QStringLiteral("\n\\s*"))));
        }
    }
    return entries;
}

QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression placeholder(QStringLiteral("%(\\d|n)"));
    QStringList found;
    for (const QRegularExpressionMatch &match : placeholder.globalMatch(text))
        found.append(match.captured());
    found.sort();
    return found;
}

QString filePath(const QString &language)
{
    return QStringLiteral(HOLDFAST_TRANSLATIONS "/holdfast_%1.ts").arg(language);
}

} // namespace

class tst_Translations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSentenceComesInGerman()
    {
        const auto text = [](const QTranslator &translator) {
            return translator.translate("Holdfast::StatusLine", "Everything is stored");
        };
        QTranslator german;
        QVERIFY(german.load(QLocale(QLocale::German), QStringLiteral("holdfast"), QStringLiteral("_"),
                            QStringLiteral(":/i18n")));
        QCOMPARE(text(german), QStringLiteral("Alles ist gespeichert"));
        QCOMPARE(german.translate("Holdfast::AttachRecordings", "The file is empty."),
                 QStringLiteral("Die Datei ist leer."));
    }

    void numbersHaveTheirForms_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("en 1") << QLocale(QLocale::English) << 1 << QStringLiteral("Attach %n recording");
        QTest::newRow("en 2") << QLocale(QLocale::English) << 2 << QStringLiteral("Attach %n recordings");
        QTest::newRow("de 1") << QLocale(QLocale::German) << 1 << QStringLiteral("%n Aufnahme anhängen");
        QTest::newRow("de 2") << QLocale(QLocale::German) << 2 << QStringLiteral("%n Aufnahmen anhängen");
    }

    void numbersHaveTheirForms()
    {
        QFETCH(QLocale, locale);
        QFETCH(int, count);
        QFETCH(QString, text);
        QTranslator translator;
        QVERIFY(translator.load(locale, QStringLiteral("holdfast"), QStringLiteral("_"), QStringLiteral(":/i18n")));
        QCOMPARE(translator.translate("Holdfast::AttachSheet", "Attach %n recording(s)", nullptr, count), text);
    }

    void whatTheProgramSaysIsTranslatedWhole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("further");
        QTest::newRow("de") << QStringLiteral("de") << QStringList();
        QTest::newRow("en") << QStringLiteral("en") << QStringList{QStringLiteral("-pluralonly")};
    }

    /// Collects the texts of the sources into a copy: nothing may be new in it, and nothing left untranslated.
    void whatTheProgramSaysIsTranslatedWhole()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, further);
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("copy.ts"));
        QVERIFY(QFile::copy(filePath(language), copy));
        QFile command(QStringLiteral(HOLDFAST_LUPDATE_COMMAND));
        QVERIFY2(command.open(QIODevice::ReadOnly), qPrintable(command.errorString()));
        QStringList arguments = QString::fromUtf8(command.readAll()).split(QLatin1Char('\n'));
        arguments += further + QStringList{QStringLiteral("-ts"), copy};
        arguments.removeAll(QStringLiteral("-no-obsolete"));
        QProcess lupdate;
        lupdate.start(arguments.takeFirst(), arguments);
        QVERIFY(lupdate.waitForFinished(60'000));
        QCOMPARE(lupdate.exitCode(), 0);

        QStringList faults;
        const QList<Entry> entries = entriesOf(copy);
        for (const Entry &entry : entries)
            if (!entry.state.isEmpty())
                faults.append(entry.state + QStringLiteral(": ") + entry.context + QStringLiteral(": ") + entry.source);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        QVERIFY(entries.size() > (further.isEmpty() ? 100 : 3));
    }

    void placeholdersAreKept_data() { whatTheProgramSaysIsTranslatedWhole_data(); }

    void placeholdersAreKept()
    {
        QFETCH(QString, language);
        for (const Entry &entry : entriesOf(filePath(language))) {
            QVERIFY2(!entry.texts.isEmpty(), qPrintable(entry.source));
            for (const QString &text : entry.texts) {
                QVERIFY2(!text.isEmpty(), qPrintable(entry.source));
                QVERIFY2(placeholdersOf(text) == placeholdersOf(entry.source), qPrintable(text));
                QVERIFY2(text.count(QLatin1Char('&')) == entry.source.count(QLatin1Char('&')), qPrintable(text));
            }
        }
    }

    /// Texts that are collected under another context than they are looked up under would stay English.
    void everyContextNamesAClass()
    {
        for (const Entry &entry : entriesOf(filePath(QStringLiteral("de"))))
            QVERIFY2(entry.context.startsWith(QLatin1String("Holdfast::")) || entry.context == QLatin1String("QObject"),
                     qPrintable(entry.context + QStringLiteral(": ") + entry.source));
    }
};

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_Translations.moc"
