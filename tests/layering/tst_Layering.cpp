// SPDX-License-Identifier: GPL-3.0-or-later
#include "layering/Layers.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

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

/// The group of foreignHeaders that a header is of, or nothing.
QString groupOf(const QString &header)
{
    for (auto entry = foreignHeaders().cbegin(); entry != foreignHeaders().cend(); ++entry)
        for (const QString &start : entry.value())
            if (header.startsWith(start))
                return entry.key();
    return {};
}

struct Included
{
    QString ours;   ///< between quotes
    QString theirs; ///< between angle brackets
};

std::optional<QList<Included>> includesOf(const QString &path)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*(?:\"([^\"]+)\"|<([^>]+)>)"),
                                            QRegularExpression::MultilineOption);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QList<Included> included;
    for (auto match = include.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();) {
        const QRegularExpressionMatch line = match.next();
        included << Included{line.captured(1), line.captured(2)};
    }
    return included;
}

/// Whether a header shows others' types and so is not for other folders.
bool isPrivate(const QString &path)
{
    for (const Included &included : includesOf(path).value_or(QList<Included>{})) {
        const QString group = groupOf(included.theirs);
        if (!group.isEmpty() && !openGroups().contains(group))
            return true;
    }
    return false;
}

/// What is wrong with an include of the house's own, as the end of a sentence; empty where nothing is.
QString wrongWithOurs(const QString &header, const Layer &layer)
{
    if (header.isEmpty() || header.endsWith(QStringLiteral(".moc")))
        return {};
    const QString folder = header.section(QLatin1Char('/'), 0, 0);
    if (!header.contains(QLatin1Char('/')))
        return QStringLiteral("includes \"%1\" without its folder").arg(header);
    if (folder == layer.folder)
        return {};
    const Layer *below = layerNamed(folder);
    if (!below)
        return QStringLiteral("includes \"%1\" of a folder that has no arrows").arg(header);
    if (!layer.mayInclude.contains(folder))
        return QStringLiteral("may not include \"%1\"").arg(header);
    if (isPrivate(root + QLatin1Char('/') + below->place + QLatin1Char('/') + header.section(QLatin1Char('/'), 1)))
        return QStringLiteral("includes \"%1\", which shows others' headers and stays in its folder").arg(header);
    return {};
}

/// The breaches of one file, each as a sentence.
QStringList breachesOf(const QString &path, const Layer &layer)
{
    const auto includes = includesOf(path);
    if (!includes)
        return {path + QStringLiteral(" can't be read")};
    QStringList breaches;
    for (const Included &included : *includes) {
        const QString wrong = wrongWithOurs(included.ours, layer);
        if (!wrong.isEmpty())
            breaches << path + QLatin1Char(' ') + wrong;
        const QString group = groupOf(included.theirs.isEmpty() ? included.ours : included.theirs);
        if (!group.isEmpty() && !layer.foreign.contains(group))
            breaches << QStringLiteral("%1 may not use <%2> (%3)").arg(path, included.theirs, group);
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
        plant("#include \"nowhere/Planted.h\"");
        QCOMPARE(breachesBelow(place.path(), page).size(), 1);
        const Layer &rows = *layerNamed(QStringLiteral("records"));
        plant("#include \"sqlite/Database.h\"");
        QVERIFY(breachesBelow(place.path(), rows).isEmpty());
        plant("#include \"sqlite/DatabaseState.h\"");
        QCOMPARE(breachesBelow(place.path(), rows).size(), 1);
        plant("#include <QWidget>");
        QCOMPARE(breachesBelow(place.path(), rows).size(), 1);
    }
};

QTEST_APPLESS_MAIN(tst_Layering)
#include "tst_Layering.moc"
