// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/CachedNames.h"

#include <QFileInfo>
#include <QLoggingCategory>

#include <filesystem>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(logNames, "holdfast.cache", QtWarningMsg)

} // namespace

struct CachedNames::State
{
    std::error_code error;
    std::filesystem::directory_iterator entry;
};

CachedNames::CachedNames(const QString &folder)
    : m_state(std::make_unique<State>())
{
    m_state->entry = std::filesystem::directory_iterator(QFileInfo(folder).filesystemFilePath(), m_state->error);
}

CachedNames::~CachedNames() = default;

QStringList CachedNames::next(int most)
{
    QStringList names;
    auto &[error, entry] = *m_state;
    for (; !error && entry != std::filesystem::directory_iterator() && names.size() < most; entry.increment(error)) {
        const QString file = QString::fromStdU16String(entry->path().filename().u16string());
        if (file.contains(QLatin1String(".sealed")) && !file.endsWith(QLatin1String(".part")))
            names.append(file.section(u'.', 0, 0));
    }
    if (error)
        qCWarning(logNames) << "the folder of copies can't be read:" << QString::fromStdString(error.message());
    return names;
}

} // namespace Holdfast
