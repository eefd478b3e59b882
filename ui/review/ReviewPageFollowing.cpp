// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/Spacing.h"
#include "review/ReviewPage.h"
#include "review/ReviewTable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

/// How the Review place follows what others do on the server: what changed shows where it stands, and where the search
/// finds others by now, that is said and offered.
namespace Holdfast {

namespace {

constexpr std::chrono::seconds countsAnewAfter{1}; ///< changes come in crowds

} // namespace

QWidget *ReviewPage::buildNews()
{
    m_newsWords->setProperty("muted", true);
    m_newsWords->setTextFormat(Qt::PlainText);
    m_newsWords->setWordWrap(true);
    auto *whole = new QWidget;
    auto *line = new QHBoxLayout(whole);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::medium);
    line->addWidget(m_newsWords, 1);
    line->addWidget(m_showNews);
    whole->hide();
    connect(m_showNews, &QPushButton::clicked, this, [this] {
        m_table->setFocus(); // the button goes
        refresh();
    });
    connect(&m_model, &ReviewModel::newsCame, this, &ReviewPage::showNews);
    connect(&m_model, &ReviewModel::searched, this, &ReviewPage::showNews);
    m_countsAnew.setSingleShot(true);
    m_countsAnew.setInterval(countsAnewAfter);
    connect(&m_countsAnew, &QTimer::timeout, &m_model, &ReviewModel::recount);
    return whole;
}

void ReviewPage::follow(const QList<FeedChange> &changes)
{
    using Kind = FeedChange::Kind;
    if (!m_wasShown || !tellOf(changes, {Kind::Recording, Kind::Lead, Kind::Policy, Kind::Campaign, Kind::User}))
        return;
    m_model.follow(changes);
    const bool namesChanged = tellOf(changes, {Kind::Campaign, Kind::User});
    if (namesChanged)
        m_hasNames = false;
    if (!isVisible()) {
        m_isBehind = true;
        return;
    }
    if (namesChanged)
        readNames();
    if (namesChanged || tellOf(changes, {Kind::Policy})) // rows end on other days now, or are called otherwise
        m_model.readShownAnew();
    if (tellOf(changes, {Kind::Recording}) && !m_countsAnew.isActive())
        m_countsAnew.start();
}

void ReviewPage::followAll()
{
    if (!m_wasShown)
        return;
    m_hasNames = false;
    m_isBehind = true;
    if (isVisible())
        catchUp();
}

/// Where nobody looked meanwhile, what is found now may take its place at once.
void ReviewPage::catchUp()
{
    if (std::exchange(m_isBehind, false)) {
        readNames();
        m_model.searchAgain();
    }
}

void ReviewPage::showNews()
{
    const int gone = m_model.goneCount();
    const bool hasNews = gone > 0 || m_model.totalNow() != m_model.total();
    m_news->setVisible(hasNews);
    if (!hasNews)
        return;
    const QString readAt = QLocale().toString(m_model.readAt().toLocalTime().time(), QLocale::ShortFormat);
    QStringList sentences{tr("What is found has changed since %1.").arg(readAt)};
    if (m_model.totalNow() != m_model.total())
        sentences.append(tr("Now: %Ln recording(s).", nullptr, static_cast<int>(m_model.totalNow())));
    if (gone > 0)
        sentences.append(tr("Of those shown here, %Ln were deleted.", nullptr, gone));
    m_newsWords->setText(sentences.join(QLatin1Char(' ')));
    showChosen();
}

} // namespace Holdfast
