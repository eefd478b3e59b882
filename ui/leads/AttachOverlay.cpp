// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/AttachOverlay.h"

#include "attach/AttachSheet.h"
#include "domain/WhenFinished.h"
#include "look/Spacing.h"

#include <QEvent>
#include <QFutureWatcher>
#include <QPainter>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int widestSheet = 820;
constexpr int highestSheet = 520;

} // namespace

AttachOverlay::AttachOverlay(AttachRecordings &attach, QWidget *page)
    : QWidget(page)
    , m_attach(attach)
    , m_page(page)
{
    page->installEventFilter(this);
    hide();
}

void AttachOverlay::add(const QStringList &paths, const std::optional<Lead> &lead)
{
    if (paths.isEmpty())
        return;
    if (m_sheet && m_sheet->isAttaching()) {
        Q_EMIT problem(tr("Other recordings are just being attached. Drop these again in a moment."));
        return;
    }
    const std::optional<LeadId> id = lead ? std::optional(lead->id) : std::nullopt;
    if (!m_sheet || m_lead != id)
        open(lead);
    const auto count = static_cast<int>(paths.size());
    m_sheet->lookAt(count);
    whenFinished(m_attach.inspect(paths, id), this, [this, count, opening = m_opening](const QList<Inspected> &files) {
        if (m_sheet && opening == m_opening)
            m_sheet->addFiles(files, count);
    });
}

void AttachOverlay::open(const std::optional<Lead> &lead)
{
    close();
    ++m_opening;
    m_lead = lead ? std::optional(lead->id) : std::nullopt;
    const Result<QStringList> dispositions = m_attach.knownDispositions();
    if (!dispositions)
        Q_EMIT problem(dispositions.error().message);
    m_sheet = new AttachSheet(lead, dispositions.value_or(QStringList()), this);
    connect(m_sheet, &AttachSheet::left, this, &AttachOverlay::close, Qt::QueuedConnection);
    connect(m_sheet, &AttachSheet::attach, this, &AttachOverlay::attach);
    place();
    show();
    raise();
    m_sheet->show();
}

void AttachOverlay::close()
{
    if (!m_sheet)
        return;
    ++m_opening;
    m_attaching.cancel(); // what is in the outbox by now stays there
    m_sheet->deleteLater();
    m_sheet = nullptr;
    hide();
    Q_EMIT closed();
}

void AttachOverlay::attach(const QList<Inspected> &files, const WrittenAlong &along)
{
    auto *watcher = new QFutureWatcher<AttachRecordings::Attached>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this, opening = m_opening](int permille) {
        if (m_sheet && opening == m_opening)
            m_sheet->showProgress(permille);
    });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, opening = m_opening] {
        watcher->deleteLater();
        if (!m_sheet || opening != m_opening || watcher->isCanceled())
            return;
        const AttachRecordings::Attached answer = watcher->result();
        if (!answer.uploadIds.isEmpty())
            Q_EMIT attached(answer.uploadIds.first());
        m_sheet->showAnswer(answer.refused, static_cast<int>(answer.uploadIds.size()));
        if (!m_sheet->hasProblems())
            close();
    });
    m_sheet->showProgress(0);
    m_attaching = m_attach.attach(files, along);
    watcher->setFuture(m_attaching);
}

void AttachOverlay::place()
{
    setGeometry(m_page->rect());
    if (!m_sheet)
        return;
    const int width = std::min(widestSheet, this->width() - 2 * Space::large);
    const int height = std::min(highestSheet, this->height() - 2 * Space::large);
    m_sheet->setGeometry((this->width() - width) / 2, (this->height() - height) / 2, width, height);
}

bool AttachOverlay::focusNextPrevChild(bool next)
{
    const auto follow = [next](QWidget *part) {
        return next ? part->nextInFocusChain() : part->previousInFocusChain();
    };
    QWidget *const now = window()->focusWidget();
    for (QWidget *part = now ? follow(now) : nullptr; part && part != now; part = follow(part))
        if (isAncestorOf(part) && part->isVisibleTo(this) && part->isEnabled() && !part->focusProxy() &&
            (part->focusPolicy() & Qt::TabFocus)) {
            part->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    return false;
}

void AttachOverlay::paintEvent(QPaintEvent *)
{
    QColor shade = palette().color(QPalette::Window);
    shade.setAlphaF(0.75F);
    QPainter(this).fillRect(rect(), shade);
}

bool AttachOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace Holdfast
