// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/KeyWrap.h"

#include <QTest>

using namespace Holdfast;

class tst_KeyWrap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesTheKeyBackUnderTheSameKeyAndContext()
    {
        const QByteArray wrapped = wrapKey(m_key, m_under, "recording 7");
        QCOMPARE(wrapped.size(), 72);
        const Result<SecretKey> unwrapped = unwrapKey(wrapped, m_under, "recording 7");
        QVERIFY(unwrapped);
        QCOMPARE(unwrapped->bytes(), m_key.bytes());
    }
    void neverShowsTheKeyNorRepeatsItself()
    {
        const QByteArray wrapped = wrapKey(m_key, m_under, "c");
        QVERIFY(!wrapped.contains(m_key.bytes().toByteArray()));
        QVERIFY(wrapped != wrapKey(m_key, m_under, "c"));
    }
    void refusesAnotherKeyOrContext()
    {
        const QByteArray wrapped = wrapKey(m_key, m_under, "recording 7");
        QCOMPARE(unwrapKey(wrapped, m_under, "recording 8").error().kind, FailureKind::Corrupt);
        QCOMPARE(unwrapKey(wrapped, SecretKey::random(), "recording 7").error().kind, FailureKind::Corrupt);
    }
    void refusesEveryFlippedBitAndEveryOtherLength()
    {
        const QByteArray wrapped = wrapKey(m_key, m_under, "c");
        for (qsizetype bit = 0; bit < wrapped.size() * 8; ++bit) {
            QByteArray changed = wrapped;
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(!unwrapKey(changed, m_under, "c"));
        }
        for (qsizetype size = 0; size < wrapped.size(); ++size)
            QVERIFY(!unwrapKey(wrapped.first(size), m_under, "c"));
        QVERIFY(!unwrapKey(wrapped + 'x', m_under, "c"));
    }

private:
    const SecretKey m_key = SecretKey::random();
    const SecretKey m_under = SecretKey::random();
};

QTEST_APPLESS_MAIN(tst_KeyWrap)
#include "tst_KeyWrap.moc"
