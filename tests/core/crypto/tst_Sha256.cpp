// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/Sha256.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Holdfast;

class tst_Sha256 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsTheEmptyMessage()
    {
        QCOMPARE(Sha256().result().toHex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
    void doesNotMindHowTheBytesCome()
    {
        QByteArray bytes(100'003, Qt::Uninitialized);
        for (qsizetype i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<char>(i * 7 + i / 251);
        const QByteArray expected = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        for (const qsizetype step : {1, 63, 64, 65, 16'384, 100'003}) {
            Sha256 sha;
            for (qsizetype at = 0; at < bytes.size(); at += step)
                sha.add(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at)));
            QCOMPARE(sha.result(), expected);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Sha256)
#include "tst_Sha256.moc"
