// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/FileName.h"

#include <QTest>

using namespace Holdfast;

class tst_FileName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatIsSafeAndNothingElse_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *name, const QString &given, const QString &kept) {
            QTest::newRow(name) << given << kept;
        };
        row("plain", QStringLiteral("call.mp3"), QStringLiteral("call.mp3"));
        row("climbs out of the folder", QStringLiteral("../../etc/passwd.wav"), QStringLiteral("passwd.wav"));
        row("Windows path", QStringLiteral("C:\\calls\\one.wav"), QStringLiteral("one.wav"));
        row("line break", QStringLiteral("a\r\nSet-Cookie: x.mp3"), QStringLiteral("aSet-Cookie x.mp3"));
        row("NUL", QString(QChar(u'a')) + QChar(u'\0') + QStringLiteral(".mp3"), QStringLiteral("a.mp3"));
        row("emoji stays", QStringLiteral("☎️ call 😀.ogg"), QStringLiteral("☎️ call 😀.ogg"));
        row("right-to-left override", QStringLiteral("call\u202e3pm.exe"), QStringLiteral("call3pm.exe"));
        row("hidden file", QStringLiteral(".bashrc"), QStringLiteral("bashrc"));
        row("nothing left", QStringLiteral("..///"), QStringLiteral("recording"));
        row("lone surrogate", QStringLiteral("a") + QChar(0xd800) + QStringLiteral(".wav"), QStringLiteral("a.wav"));
    }
    void keepsWhatIsSafeAndNothingElse()
    {
        QFETCH(QString, given);
        QTEST(cleanFileName(given), "kept");
    }
    void shortensALongNameAndKeepsItsExtension()
    {
        const QString clean = cleanFileName(QString(300, QChar(u'ü')) + QStringLiteral(".mp3"));
        QVERIFY(clean.toUtf8().size() <= 200);
        QVERIFY(clean.endsWith(QStringLiteral("ü.mp3")));
    }
    void isItsOwnResult()
    {
        const QString clean = cleanFileName(QStringLiteral(" ../x\ty?.mp3. "));
        QCOMPARE(cleanFileName(clean), clean);
    }
};

QTEST_APPLESS_MAIN(tst_FileName)
#include "tst_FileName.moc"
