// SPDX-License-Identifier: GPL-3.0-or-later
#include "layering/Layers.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast::Testing;

namespace {

const QString root = QStringLiteral(HOLDFAST_SOURCE_DIR);

const Layer *layerNamed(const QString &folder)
{
    for (const Layer &layer : layers())
        if (layer.folder == folder)
            return &layer;
    return nullptr;
}

bool mayUse(const Layer &layer, const QString &header, QString *group)
{
    for (auto entry = foreignHeaders().cbegin(); entry != foreignHeaders().cend(); ++entry)
        for (const QString &start : entry.value())
            if (header.startsWith(start)) {
                *group = entry.key();
                return layer.foreign.contains(entry.key());
            }
    return true;
}

/// The breaches of one file, each as a sentence.
QStringList breachesOf(const QString &path, const Layer &layer)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*(?:\"([^\"]+)\"|<([^>]+)>)"),
                                            QRegularExpression::MultilineOption);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {path + QStringLiteral(" can't be read")};
    QStringList breaches;
    for (auto match = include.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();) {
        const QRegularExpressionMatch line = match.next();
        const QString ours = line.captured(1);
        const QString theirs = line.captured(2);
        const QString folder = ours.section(QLatin1Char('/'), 0, 0);
        QString group;
        if (!ours.isEmpty() && !ours.contains(QLatin1Char('/')) && !ours.endsWith(QStringLiteral(".moc")))
            breaches << QStringLiteral("%1 includes \"%2\" without its folder").arg(path, ours);
        if (!ours.isEmpty() && folder != layer.folder && layerNamed(folder) && !layer.mayInclude.contains(folder))
            breaches << QStringLiteral("%1 may not include \"%2\"").arg(path, ours);
        if (!theirs.isEmpty() && !mayUse(layer, theirs, &group))
            breaches << QStringLiteral("%1 may not use <%2> (%3)").arg(path, theirs, group);
    }
    return breaches;
}

QStringList breachesBelow(const QString &place, const Layer &layer)
{
    QStringList breaches;
    for (QDirIterator files(place, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files); files.hasNext();)
        breaches += breachesOf(files.next(), layer);
    return breaches;
}

} // namespace

class tst_Layering : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFolderIncludesOnlyWhatItMay_data()
    {
        QTest::addColumn<QString>("folder");
        for (const Layer &layer : layers())
            QTest::newRow(qPrintable(layer.place)) << layer.folder;
    }
    void everyFolderIncludesOnlyWhatItMay()
    {
        QFETCH(QString, folder);
        const Layer &layer = *layerNamed(folder);
        const QStringList breaches = breachesBelow(root + QLatin1Char('/') + layer.place, layer);
        QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(QLatin1Char('\n'))));
    }
    void everyFolderWithSourcesHasItsArrows()
    {
        for (const char *part : {"core", "ui", "server-stub", "app"}) {
            const QDir folders(root + QLatin1Char('/') + QLatin1String(part));
            for (const QString &folder : folders.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                const bool hasSources = !QDir(folders.filePath(folder)).entryList({QStringLiteral("*.cpp")}).isEmpty();
                QVERIFY2(!hasSources || layerNamed(folder), qPrintable(folder));
            }
        }
    }
    void arrowsPointDownOnly()
    {
        QStringList above;
        for (const Layer &layer : layers()) {
            for (const QString &below : layer.mayInclude)
                QVERIFY2(above.contains(below) || layer.place.startsWith(QStringLiteral("app/")) ||
                             layers().indexOf(*layerNamed(below)) < layers().indexOf(layer),
                         qPrintable(layer.folder + QStringLiteral(" → ") + below));
            above << layer.folder;
        }
    }
    void aPlantedBreachIsFound()
    {
        QTemporaryDir place;
        const auto plant = [&](const QByteArray &line) {
            QFile file(place.filePath(QStringLiteral("Planted.cpp")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(line + "\n");
        };
        const Layer &page = *layerNamed(QStringLiteral("leads"));
        plant("#include \"leads/LeadsModel.h\"\n#include <QWidget>");
        QVERIFY(breachesBelow(place.path(), page).isEmpty());
        plant("#include \"crypto/SecretKey.h\"");
        QCOMPARE(breachesBelow(place.path(), page).size(), 1);
        plant("#include <QNetworkAccessManager>");
        QCOMPARE(breachesBelow(place.path(), page).size(), 1);
        plant("#include \"Planted.h\"");
        QCOMPARE(breachesBelow(place.path(), page).size(), 1);
    }
};

QTEST_APPLESS_MAIN(tst_Layering)
#include "tst_Layering.moc"
