// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <vector>

/// The vectors of one file of tests/vectors, each with the fields of its group ("keySize") added to its own. Empty
/// where the file can't be read, or does not hold as many as it says.
inline std::vector<QJsonObject> testVectors(const QString &fileName)
{
    QFile file(QStringLiteral(HOLDFAST_VECTORS "/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    std::vector<QJsonObject> vectors;
    const QJsonArray groups = root[QLatin1String("testGroups")].toArray();
    for (const QJsonValue &group : groups) {
        const QJsonArray tests = group[QLatin1String("tests")].toArray();
        for (const QJsonValue &test : tests) {
            QJsonObject vector = group.toObject();
            vector.remove(QStringLiteral("tests"));
            const QJsonObject own = test.toObject();
            for (auto field = own.begin(); field != own.end(); ++field)
                vector.insert(field.key(), field.value());
            vectors.push_back(vector);
        }
    }
    const bool complete = static_cast<int>(vectors.size()) == root[QLatin1String("numberOfTests")].toInt();
    return complete ? vectors : std::vector<QJsonObject>{};
}

/// One data row per vector, in a column `vector`. Fails where there are none, for then nothing would be tested.
inline void addVectorRows(const std::vector<QJsonObject> &vectors)
{
    QVERIFY(!vectors.empty());
    QTest::addColumn<QJsonObject>("vector");
    for (const QJsonObject &vector : vectors)
        QTest::addRow("%d %s", vector[QLatin1String("tcId")].toInt(),
                      qPrintable(vector[QLatin1String("comment")].toString()))
            << vector;
}

inline QByteArray hexField(const QJsonObject &vector, const char *name)
{
    return QByteArray::fromHex(vector[QLatin1String(name)].toString().toLatin1());
}

inline bool isValid(const QJsonObject &vector)
{
    return vector[QLatin1String("result")] == QLatin1String("valid");
}

inline bool hasFlag(const QJsonObject &vector, const char *flag)
{
    return vector[QLatin1String("flags")].toArray().contains(QLatin1String(flag));
}

/// The sealed bytes of a chunked-encryption vector: zlib-compressed, then hex.
inline QByteArray sealedField(const QJsonObject &vector)
{
    // qUncompress wants the expected size first; as a hint it may be too small.
    return qUncompress(QByteArray(4, '\0') + hexField(vector, "ct"));
}
