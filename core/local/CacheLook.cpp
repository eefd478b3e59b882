// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/CacheLook.h"

#include "local/RecordingKey.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <filesystem>
#include <queue>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(logLook, "holdfast.cache", QtWarningMsg)

namespace fs = std::filesystem;

constexpr size_t oldestKept = 10'000;

QDateTime dateTimeOf(fs::file_time_type time)
{
    const auto since = fs::file_time_type::clock::to_sys(time).time_since_epoch();
    return QDateTime::fromMSecsSinceEpoch(std::chrono::duration_cast<std::chrono::milliseconds>(since).count(),
                                          Qt::UTC);
}

fs::file_time_type fileTimeOf(const QDateTime &time)
{
    const std::chrono::sys_time<std::chrono::milliseconds> since{std::chrono::milliseconds(time.toMSecsSinceEpoch())};
    return std::chrono::time_point_cast<fs::file_time_type::duration>(fs::file_time_type::clock::from_sys(since));
}

bool isOlder(const CachedFile &a, const CachedFile &b)
{
    return a.usedAt < b.usedAt;
}

using Youngest = std::priority_queue<CachedFile, std::vector<CachedFile>, decltype(&isOlder)>; // on top

} // namespace

Result<CacheLook> CacheLook::at(const QString &folder, const std::function<bool(const QString &)> &isPassedOver)
{
    CacheLook look;
    Youngest oldest(&isOlder);
    const Done looked = eachCopy(folder, [&](const CachedFile &file) {
        if (isPassedOver(file.name))
            return;
        look.usage.bytes += file.size;
        look.usage.recordings += isWholeRecording(file.name) ? 1 : 0;
        oldest.push(file);
        if (oldest.size() > oldestKept) {
            oldest.pop();
            look.areAll = false;
        }
    });
    if (!looked)
        return fail(looked.error());
    for (; !oldest.empty(); oldest.pop())
        look.oldest.append(oldest.top());
    return look;
}

Done eachCopy(const QString &folder, const std::function<void(const CachedFile &)> &work)
{
    std::error_code error;
    const fs::path path(folder.toStdU16String());
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
        const QString name = QString::fromStdU16String(entry->path().filename().u16string());
        std::error_code gone;
        if (!entry->is_regular_file(gone) || name.endsWith(QLatin1String(".part")))
            continue;
        const auto size = entry->file_size(gone);
        const auto used = gone ? fs::file_time_type() : entry->last_write_time(gone);
        if (!gone)
            work({name, static_cast<qint64>(size), dateTimeOf(used)});
    }
    if (error)
        return fail(FailureKind::Unreachable,
                    QCoreApplication::translate("Holdfast::CacheLook",
                                                "The folder for recordings on this computer can't be read."),
                    QString::fromStdString(error.message()));
    return {};
}

bool isWholeRecording(const QString &file)
{
    return file.endsWith(QLatin1String(".sealed")) && !isWaveformInCache(file);
}

void setLastUse(const QString &path, const QDateTime &time)
{
    std::error_code error;
    fs::last_write_time(fs::path(path.toStdU16String()), fileTimeOf(time), error);
    if (error) // it goes the sooner for it, no more
        qCInfo(logLook) << "a use was not noted:" << QString::fromStdString(error.message());
}

} // namespace Holdfast
