// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/Hkdf.h"

#include "TestVectors.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace Holdfast;

class tst_Hkdf : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithTheVectors_data() { addVectorRows(testVectors(QStringLiteral("hkdf_sha512_test.json"))); }
    void agreesWithTheVectors()
    {
        QFETCH(QJsonObject, vector);
        // The vectors include the extracting step, which Cobblestone-256 leaves out.
        const QByteArray extracted = QMessageAuthenticationCode::hash(hexField(vector, "ikm"), hexField(vector, "salt"),
                                                                      QCryptographicHash::Sha512);
        QByteArray out(vector[QLatin1String("size")].toInt(), '\0');
        const bool expanded =
            hkdfExpandSha512(extracted, hexField(vector, "info"),
                             {reinterpret_cast<unsigned char *>(out.data()), static_cast<std::size_t>(out.size())});
        QCOMPARE(expanded, isValid(vector));
        if (expanded)
            QCOMPARE(out, hexField(vector, "okm"));
    }
};

QTEST_APPLESS_MAIN(tst_Hkdf)
#include "tst_Hkdf.moc"
