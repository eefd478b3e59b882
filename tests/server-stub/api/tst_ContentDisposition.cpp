// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ContentDisposition.h"

#include <QTest>

using namespace Holdfast;

class tst_ContentDisposition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheFile_data();
    void namesTheFile();
};

void tst_ContentDisposition::namesTheFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << QStringLiteral("call 7.wav") << QByteArray(R"(attachment; filename="call 7.wav")");
    QTest::newRow("quote") << QStringLiteral("a\"b.wav")
                           << QByteArray(R"(attachment; filename="a_b.wav"; filename*=UTF-8''a%22b.wav)");
    QTest::newRow("percent") << QStringLiteral("50%.wav")
                             << QByteArray(R"(attachment; filename="50_.wav"; filename*=UTF-8''50%25.wav)");
    QTest::newRow("umlaut") << QStringLiteral("Gespräch.mp3")
                            << QByteArray(R"(attachment; filename="Gespr_ch.mp3"; filename*=UTF-8''Gespr%C3%A4ch.mp3)");
    QTest::newRow("emoji") << QStringLiteral("📞.ogg")
                           << QByteArray(R"(attachment; filename="_.ogg"; filename*=UTF-8''%F0%9F%93%9E.ogg)");
    QTest::newRow("line end") << QStringLiteral("a\r\nSet-Cookie: x.wav")
                              << QByteArray(R"(attachment; filename="a__Set-Cookie: x.wav"; )"
                                            R"(filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x.wav)");
}

void tst_ContentDisposition::namesTheFile()
{
    QFETCH(QString, name);
    QTEST(attachmentNamed(name), "field");
}

QTEST_APPLESS_MAIN(tst_ContentDisposition)
#include "tst_ContentDisposition.moc"
