// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/OpenRecordings.h"

#include "api/RecordingFile.h"

#include <QMutexLocker>

#include <algorithm>

namespace Holdfast {

OpenRecordings::OpenRecordings(DataFolder &data)
    : m_data(data)
{
}

Result<std::shared_ptr<QIODevice>> OpenRecordings::open(const Recording &recording)
{
    std::unique_ptr<QIODevice> device = takeIdle(recording);
    if (!device) {
        Result<std::unique_ptr<QIODevice>> opened = openRecording(m_data, recording);
        if (!opened)
            return fail(opened.error());
        device = std::move(*opened);
    }
    return std::shared_ptr<QIODevice>(device.release(),
                                      [this, id = recording.id, path = recording.filePath](QIODevice *used) {
                                          giveBack({id, path, std::unique_ptr<QIODevice>(used)});
                                      });
}

void OpenRecordings::forget(RecordingId id)
{
    const QMutexLocker lock(&m_mutex);
    m_idle.remove_if([&](const Idle &idle) { return idle.id == id; });
}

std::unique_ptr<QIODevice> OpenRecordings::takeIdle(const Recording &recording)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = std::find_if(m_idle.rbegin(), m_idle.rend(), [&](const Idle &idle) {
        return idle.id == recording.id && idle.filePath == recording.filePath;
    });
    if (found == m_idle.rend())
        return nullptr;
    std::unique_ptr<QIODevice> device = std::move(found->device);
    m_idle.erase(std::next(found).base());
    return m_data.vault().has(recording.filePath) ? std::move(device) : nullptr;
}

/// What broke while it was read is opened anew; what was deleted meanwhile is let go.
void OpenRecordings::giveBack(Idle idle)
{
    if (idle.device->property("corrupt").toBool() || !m_data.vault().has(idle.filePath))
        return;
    const QMutexLocker lock(&m_mutex);
    const auto ofTheSame =
        std::count_if(m_idle.begin(), m_idle.end(), [&](const Idle &other) { return other.id == idle.id; });
    if (ofTheSame >= mostIdleOfOne)
        return;
    m_idle.push_back(std::move(idle));
    if (m_idle.size() > mostIdle)
        m_idle.pop_front();
}

} // namespace Holdfast
