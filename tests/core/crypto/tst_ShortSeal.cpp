// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/ShortSeal.h"

#include <QTest>

using namespace Holdfast;

class tst_ShortSeal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesTheBytesBackUnderTheSameKeyAndContext_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("none") << QByteArray("");
        QTest::newRow("a few") << QByteArray("asks for a refund");
        QTest::newRow("with zeros") << QByteArray("\0a\0", 3);
        QTest::newRow("many") << QByteArray(100'000, 'x');
    }
    void givesTheBytesBackUnderTheSameKeyAndContext()
    {
        QFETCH(QByteArray, plain);
        const QByteArray sealed = sealShort(plain, m_key, "a text");
        QCOMPARE(sealed.size(), plain.size() + 40);
        QCOMPARE(openShort(sealed, m_key, "a text"), plain);
    }
    /// draft-irtf-cfrg-xchacha-03, A.3.1.
    void opensWhatThePublishedExampleSealed()
    {
        QByteArray keyBytes;
        for (char byte = 0; byte < 32; ++byte)
            keyBytes.append(static_cast<char>(0x80 + byte));
        const SecretKey key = std::move(*SecretKey::fromBytes(keyBytes));
        const QByteArray nonce = QByteArray::fromHex("404142434445464748494a4b4c4d4e4f5051525354555657");
        const QByteArray sealed =
            QByteArray::fromHex("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a8"
                                "2f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369"
                                "488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf"
                                "49");
        QCOMPARE(openShort(nonce + sealed, key, QByteArray::fromHex("50515253c0c1c2c3c4c5c6c7")),
                 QByteArray("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the "
                            "future, sunscreen would be it."));
    }
    void neverShowsTheBytesNorRepeatsItself()
    {
        QVERIFY(!sealShort("asks for a refund", m_key, "c").contains("refund"));
        QVERIFY(sealShort("a", m_key, "c") != sealShort("a", m_key, "c"));
    }
    void refusesAnotherKeyOrContext()
    {
        const QByteArray sealed = sealShort("a", m_key, "one");
        QVERIFY(!openShort(sealed, m_key, "another"));
        QVERIFY(!openShort(sealed, SecretKey::random(), "one"));
    }
    void refusesEveryFlippedBitAndEveryOtherLength()
    {
        const QByteArray sealed = sealShort("abc", m_key, "c");
        for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
            QByteArray changed = sealed;
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(!openShort(changed, m_key, "c"));
        }
        for (qsizetype size = 0; size < sealed.size(); ++size)
            QVERIFY(!openShort(sealed.first(size), m_key, "c"));
        QVERIFY(!openShort(sealed + 'x', m_key, "c"));
    }

private:
    const SecretKey m_key = SecretKey::random();
};

QTEST_APPLESS_MAIN(tst_ShortSeal)
#include "tst_ShortSeal.moc"
