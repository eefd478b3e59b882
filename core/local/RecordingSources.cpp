// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/RecordingSources.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace Holdfast {

namespace {

constexpr QLatin1String arrayKey("sources");
constexpr QLatin1String nameKey("name");
constexpr QLatin1String folderKey("folder");
constexpr QLatin1String subfoldersKey("subfolders");
constexpr QLatin1String existingKey("existing");
constexpr QLatin1String patternsKey("patterns");
constexpr QLatin1String channelKey("agentChannel");
constexpr QLatin1String zoneKey("timeZone");
constexpr QLatin1String regionKey("region");

constexpr std::pair<AgentChannel, QLatin1String> channelWords[] = {
    {AgentChannel::Unknown, QLatin1String("unknown")},
    {AgentChannel::Left, QLatin1String("left")},
    {AgentChannel::Right, QLatin1String("right")},
};

AgentChannel channelFrom(const QString &told)
{
    for (const auto &[channel, word] : channelWords)
        if (told == word)
            return channel;
    return AgentChannel::Unknown;
}

QString wordOf(AgentChannel asked)
{
    for (const auto &[channel, word] : channelWords)
        if (channel == asked)
            return word;
    Q_UNREACHABLE();
}

RecordingSource read(const QSettings &settings)
{
    RecordingSource source;
    source.name = settings.value(nameKey).toString();
    source.folder = QDir::cleanPath(settings.value(folderKey).toString());
    source.subfolders = settings.value(subfoldersKey).toBool();
    source.existing = settings.value(existingKey).toBool();
    source.patterns = settings.value(patternsKey).toStringList();
    source.agentChannel = channelFrom(settings.value(channelKey).toString());
    source.timeZone = settings.value(zoneKey).toString().toLatin1();
    source.region = settings.value(regionKey).toString();
    return source;
}

void write(QSettings &settings, const RecordingSource &source)
{
    settings.setValue(nameKey, source.name);
    settings.setValue(folderKey, source.folder);
    settings.setValue(subfoldersKey, source.subfolders);
    settings.setValue(existingKey, source.existing);
    settings.setValue(patternsKey, source.patterns);
    settings.setValue(channelKey, wordOf(source.agentChannel));
    settings.setValue(zoneKey, QString::fromLatin1(source.timeZone));
    settings.setValue(regionKey, source.region);
}

/// What the folder is whatever way leads to it; the path itself where it is not there.
QString trueFolder(const QString &folder)
{
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    return canonical.isEmpty() ? QDir::cleanPath(folder) : canonical;
}

bool liesIn(const QString &inner, const QString &outer)
{
    return inner.startsWith(outer.endsWith(u'/') ? outer : outer + u'/');
}

} // namespace

RecordingSources RecordingSources::load(const QString &profile)
{
    RecordingSources sources;
    sources.m_file = profile + QStringLiteral("/sources.ini");
    QSettings settings(sources.m_file, QSettings::IniFormat);
    const int count = settings.beginReadArray(arrayKey);
    for (int at = 0; at < count; ++at) {
        settings.setArrayIndex(at);
        const RecordingSource source = read(settings);
        if (!source.name.isEmpty() && !source.folder.isEmpty())
            sources.m_all.append(source);
    }
    return sources;
}

Done RecordingSources::save() const
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.remove(arrayKey);
    settings.beginWriteArray(arrayKey, static_cast<int>(m_all.size()));
    for (int at = 0; at < m_all.size(); ++at) {
        settings.setArrayIndex(at);
        write(settings, m_all.at(at));
    }
    settings.endArray();
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return fail(FailureKind::Unreachable,
                    tr("The watched folders can't be kept on this computer's disk. They count until the program is "
                       "closed."),
                    m_file);
    return {};
}

Done RecordingSources::checkFolder(const QString &folder)
{
    if (folder.isEmpty())
        return fail(FailureKind::Malformed, tr("Choose the folder that is to be watched."));
    const QFileInfo found(folder);
    if (!found.isAbsolute() || !found.exists())
        return fail(FailureKind::Malformed, tr("This folder does not exist: %1").arg(folder));
    if (!found.isDir())
        return fail(FailureKind::Malformed, tr("%1 is a file, not a folder.").arg(folder));
    if (!found.isReadable())
        return fail(FailureKind::Malformed, tr("You may not read this folder: %1").arg(folder));
    return {};
}

Done RecordingSources::check(const QString &inPlaceOf, const RecordingSource &source, Folder folder) const
{
    if (source.name.isEmpty())
        return fail(FailureKind::Malformed, tr("Give the folder a name, such as “Softphone”."));
    const bool isAwaited =
        folder == Folder::MayComeLater && QFileInfo(source.folder).isAbsolute() && !QFileInfo::exists(source.folder);
    if (const Done found = isAwaited ? Done() : checkFolder(source.folder); !found)
        return found;
    for (const QString &text : source.patterns)
        if (const auto pattern = NamePattern::parse(text); !pattern)
            return fail(pattern.error());
    if (!source.timeZone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(source.timeZone))
        return fail(
            FailureKind::Malformed,
            tr("There is no time zone “%1”. One looks like Europe/Berlin.").arg(QString::fromUtf8(source.timeZone)));
    for (const RecordingSource &other : m_all) {
        if (other.name == inPlaceOf)
            continue;
        if (other.name == source.name)
            return fail(FailureKind::Conflict, tr("Another folder is called “%1”.").arg(source.name));
        const QString here = trueFolder(source.folder);
        const QString there = trueFolder(other.folder);
        if (here == there)
            return fail(FailureKind::Conflict, tr("“%1” watches this folder already.").arg(other.name));
        if ((other.subfolders && liesIn(here, there)) || (source.subfolders && liesIn(there, here)))
            return fail(
                FailureKind::Conflict,
                tr("This folder and that of “%1” lie in each other; their files would come twice.").arg(other.name));
    }
    return {};
}

Done RecordingSources::put(const QString &inPlaceOf, RecordingSource source, Folder folder)
{
    source.name = source.name.trimmed();
    source.folder = source.folder.isEmpty() ? QString() : QDir::cleanPath(source.folder);
    if (Done checked = check(inPlaceOf, source, folder); !checked)
        return checked;
    const auto before = std::ranges::find(m_all, inPlaceOf, &RecordingSource::name);
    if (before != m_all.end())
        *before = source;
    else
        m_all.append(source);
    return {};
}

void RecordingSources::remove(const QString &name)
{
    m_all.removeIf([&](const RecordingSource &source) { return source.name == name; });
}

std::optional<RecordingSource> RecordingSources::named(const QString &name) const
{
    const auto found = std::ranges::find(m_all, name, &RecordingSource::name);
    return found == m_all.end() ? std::nullopt : std::optional(*found);
}

bool RecordingSources::holds(const RecordingSource &source, const QString &path)
{
    return source.subfolders ? liesIn(path, source.folder) : path.left(path.lastIndexOf(u'/')) == source.folder;
}

std::optional<RecordingSource> RecordingSources::holding(const QString &path) const
{
    const auto found = std::ranges::find_if(m_all, [&](const RecordingSource &source) { return holds(source, path); });
    return found == m_all.end() ? std::nullopt : std::optional(*found);
}

FilingRules RecordingSources::rulesOf(const RecordingSource &source, FilingRules general)
{
    if (!source.patterns.isEmpty())
        general.patterns = source.patterns;
    if (!source.region.isEmpty())
        general.region = source.region;
    if (const QTimeZone zone(source.timeZone); !source.timeZone.isEmpty() && zone.isValid())
        general.zone = zone;
    return general;
}

} // namespace Holdfast
