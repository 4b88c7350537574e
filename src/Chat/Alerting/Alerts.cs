using System.Security.Cryptography;
using System.Text;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Alerting;

/// <summary>Sends a rapid alert: a case of its own with the least that partners need, shared with them and no other, told to their people at once.</summary>
public sealed class Alerts(ChatDb db, CaseShelf shelf, CaseReadings readings, TimeProvider clock)
{
    /// <summary>The same form sent twice is one alert.</summary>
    static Guid CaseIdOf(Guid form, Seat seat, Guid from) => new(SHA256.HashData(Encoding.ASCII.GetBytes($"beffroi-alert\n{form:D}\n{seat.AccountId:D}\n{from:D}"))[..16]);

    public async Task<AlertReply> Send(CaseView view, AlertDraft asked, Seat seat, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var caseId = CaseIdOf(asked.FormId, seat, view.CaseId);
        var marking = new Marked { Tlp = asked.Tlp, Audience = Audience.Of([.. asked.To, seat.OrganisationId!.Value]) };
        var minimal = MinimalCase.Of(
            view, asked.Lines, asked.Title,
            new AlertSent { Summary = asked.Summary, ActionAsked = asked.ActionAsked, Owner = asked.Owner, To = asked.To, Shown = asked.Lines },
            marking, seat.Author, () => Guid.CreateVersion7(now));
        if (minimal.Refused.Count > 0)
        {
            return new(null, [], minimal.Refused);
        }

        var sent = minimal.Drafts.Single(d => d.Fact is AlertSent).Id;
        var reply = await shelf.Open(caseId, seat, minimal.Drafts, ct, async row =>
        {
            await CopyFiles(view.CaseId, row.Id, minimal.Drafts, ct);
            // Kept with the alert: partners are told of it, now or when a node comes back.
            db.Add(CaseNews.Untold(row.Id, 0, row.Lines, sent, now));
        });
        if (!reply.IsDone)
        {
            return new(null, reply.Faults, []);
        }

        // Sent again, what was cut short goes on: the same line is not written twice.
        await Note(view, caseId, asked, seat, ct);
        return new(caseId, [], []);
    }

    /// <summary>Pieces of evidence go with their lines: the bytes are those of the first case, and the partner may check them.</summary>
    async Task CopyFiles(Guid from, Guid to, IReadOnlyList<CaseDraft> drafts, CancellationToken ct)
    {
        foreach (var draft in drafts.Where(d => d.Fact is EvidenceKept))
        {
            var sha256 = ((EvidenceKept)draft.Fact).Sha256;
            if (await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.CaseId == from && f.Sha256 == sha256, ct) is { } file)
            {
                db.Add(new StoredFile { Id = Guid.CreateVersion7(file.At), MessageId = null, CaseId = to, EventId = draft.Id, Name = file.Name, Kind = file.Kind, Size = file.Size, Sha256 = file.Sha256, Picture = file.Picture, At = file.At, By = file.By });
            }
        }
    }

    /// <summary>The first case knows of it, for those who sent it: its other readers do not learn whom it went to.</summary>
    async Task Note(CaseView view, Guid caseId, AlertDraft asked, Seat seat, CancellationToken ct)
    {
        var level = view.State.Marking!.Tlp > Tlp.Amber ? view.State.Marking.Tlp : Tlp.Amber;
        var noted = await shelf.Write(view.CaseId, seat, [new()
        {
            Id = CaseIdOf(asked.FormId, seat, caseId),
            Author = seat.Author,
            Marking = new() { Tlp = level is Tlp.Red ? Tlp.AmberStrict : level, Audience = Audience.Of(seat.OrganisationId!.Value) },
            Fact = new ThingLinked { Kind = ThingKind.Page, Href = Addresses.Alert(Kit.Lang.French, caseId), Label = Cut(asked.Title) },
        }], ct);
        if (noted.Written.Count > 0)
        {
            await readings.Note(view, seat, ReadingAct.Exported, null, ct);
        }
    }

    /// <summary>When each partner first read it and acknowledged it. A partner reads its own line; who sent it reads all of them.</summary>
    public async Task<IReadOnlyList<AlertReport>> Reports(CaseScreen s, CancellationToken ct)
    {
        var reports = new List<AlertReport>();
        foreach (var alert in s.State.Alerts)
        {
            var own = alert.Sent.Author.Organisation == s.Seat.OrganisationId;
            var partners = alert.Sent.Fact.To.Where(o => own || o == s.Seat.OrganisationId).ToList();
            var read = await FirstReadings(s.Id, alert.Sent.Id, partners, ct);
            reports.Add(new(alert, [.. partners.Select(o => new PartnerRow(o, read.TryGetValue(o, out var at) ? at : null, alert.Acknowledged.Find(a => a.Author.Organisation == o)?.At, alert.DelayOf(o)))])
            {
                MayAcknowledge = s.Seat.OrganisationId is { } mine && alert.Waiting.Contains(mine),
            });
        }

        return reports;
    }

    async Task<Dictionary<Guid, DateTimeOffset>> FirstReadings(Guid caseId, Guid alert, List<Guid> partners, CancellationToken ct)
    {
        var pages = await db.Readings.Where(r => r.CaseId == caseId && r.Act == ReadingAct.Read && r.ItemId == null && r.OrganisationId != null && partners.Contains(r.OrganisationId.Value))
            .OrderBy(r => r.At).Select(r => new { Organisation = r.OrganisationId!.Value, r.At }).ToListAsync(ct);
        var notices = await (from n in db.Notices
                             join m in db.Members on n.AccountId equals m.AccountId
                             where n.SubjectId == alert && n.SeenAt != null && partners.Contains(m.OrganisationId)
                             select new { Organisation = m.OrganisationId, At = n.SeenAt!.Value }).ToListAsync(ct);
        return pages.Concat(notices).GroupBy(r => r.Organisation).ToDictionary(g => g.Key, g => g.Min(r => r.At));
    }

    static string Cut(string title) => title.Length <= 180 ? title : title[..180] + "…";
}

/// <summary>What somebody asks to send.</summary>
public sealed record AlertDraft
{
    public required Guid FormId { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required string ActionAsked { get; init; }
    public required Guid Owner { get; init; }

    /// <summary>Organisations, but one's own.</summary>
    public required IReadOnlyList<Guid> To { get; init; }
    public required IReadOnlyList<Guid> Lines { get; init; }
    public required Tlp Tlp { get; init; }
}

/// <param name="CaseId">Of the alert; null when nothing was sent.</param>
/// <param name="Refused">Lines that only their source may share.</param>
public sealed record AlertReply(Guid? CaseId, IReadOnlyList<Fault> Faults, IReadOnlyList<Guid> Refused);

public sealed record AlertReport(AlertFile Alert, IReadOnlyList<PartnerRow> Partners)
{
    public bool MayAcknowledge { get; init; }
}

/// <param name="Delay">From the sending to the acknowledgement.</param>
public sealed record PartnerRow(Guid Organisation, DateTimeOffset? ReadAt, DateTimeOffset? AcknowledgedAt, TimeSpan? Delay);
