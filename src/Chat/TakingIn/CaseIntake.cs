using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Evidence.Files;
using Beffroi.Chat.Exchange;
using Beffroi.Chat.Exchange.Stix;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.TakingIn;

/// <summary>
/// Takes the cases of a file in, for the organisation of whoever brings it. A file is only what somebody brings: it speaks for nobody of this site, and shares with nobody.
/// What cannot be taken is told; the file itself is kept as evidence.
/// </summary>
public sealed partial class CaseIntake(CaseShelf shelf, ChatDb db, Blobs blobs, TimeProvider clock)
{
    /// <summary>Each line is judged with those before it.</summary>
    public const int MostLines = 1000;

    /// <summary>Bytes of a file: a thousand lines of ten thousand signs.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    static readonly RandomNumberGenerator Random = RandomNumberGenerator.Create();

    /// <returns>What became of each case; none, with the reason, where the file cannot be read.</returns>
    public async Task<IReadOnlyList<TakenCase>> Take(byte[] bytes, string fileName, Seat seat, Marked byDefault, Lang l, Errors errors, CancellationToken ct)
    {
        var by = new ImportFor { Author = seat.Author, Default = byDefault, Language = l };
        var imported = Read(bytes, by, out var fault);
        if (imported is null)
        {
            errors.Add("File", fault!.In(l));
            return [];
        }

        if (imported.Sum(c => c.Drafts.Count) > MostLines)
        {
            errors.Add("File", l.Say($"Ce fichier compte plus de {l.Number(MostLines)} lignes.", $"This file has more than {l.Number(MostLines)} lines."));
            return [];
        }

        var taken = new List<TakenCase>();
        foreach (var one in imported)
        {
            taken.Add(await Take(one, bytes, fileName, seat, by, ct));
        }

        return taken;
    }

    static IReadOnlyList<ImportedCase>? Read(byte[] bytes, ImportFor by, out Fault? fault)
    {
        var root = SafeJson.Read(bytes, out fault);
        return fault is not null ? null
            : root is JsonObject json && json["format"] is JsonValue ? (CaseFile.Read(bytes, out fault) is { } own ? [own] : null)
            : StixReader.Read(bytes, by, out fault);
    }

    async Task<TakenCase> Take(ImportedCase imported, byte[] bytes, string fileName, Seat seat, ImportFor by, CancellationToken ct)
    {
        var told = imported.Told.ToList();
        var known = await shelf.View(imported.CaseId, seat.Reader, ct);
        if (known is null && await IsTaken(imported, ct))
        {
            // Something here has these names already and is not shared with who brings the file: it comes in under others, as it would if nothing had them.
            imported = Renamed(imported, seat);
            known = await shelf.View(imported.CaseId, seat.Reader, ct);
        }

        var drafts = await Owned(imported.Drafts, seat, by, told, ct);
        var log = known is null ? null : await shelf.Load(imported.CaseId, ct);
        var kept = Judged(imported.CaseId, log, drafts, seat, by.Language, told, out var fault);
        if (fault is not null)
        {
            return new(null, "", 0, told, fault);
        }

        if (kept.Count == 0)
        {
            return new(imported.CaseId, known!.State.Title, 0, told, null);
        }

        var original = Original(imported.CaseId, bytes, fileName, seat, by, drafts);
        await blobs.Keep(((EvidenceKept)original.Fact).Sha256, bytes, ct);
        var with = (CaseRow row) => Store(row.Id, original, bytes.Length, seat, ct);
        var reply = known is null
            ? await shelf.Open(imported.CaseId, seat, [.. kept, original], ct, with)
            : await shelf.Write(imported.CaseId, seat, [.. kept, original], ct, with);
        return reply.IsDone
            ? new(imported.CaseId, reply.View!.State.Title, reply.Written.Count(w => w.Id != original.Id), told, null)
            : new(null, "", 0, told, reply.Faults is [var first, ..] ? first : new("File", "Ce dossier ne peut pas être repris ici.", "This case cannot be taken in here."));
    }

    async Task<bool> IsTaken(ImportedCase imported, CancellationToken ct)
    {
        var lines = imported.Drafts.Select(d => d.Id).ToList();
        return await db.Cases.AnyAsync(c => c.Id == imported.CaseId, ct) || await db.CaseLines.AnyAsync(l => lines.Contains(l.EventId), ct);
    }

    /// <summary>The same new names each time that the same organisation brings the same file: brought again, it is the same case.</summary>
    static ImportedCase Renamed(ImportedCase imported, Seat seat)
    {
        var names = imported.Drafts.Select(d => d.Id).Append(imported.CaseId).Distinct().ToDictionary(id => id, id => new Guid(SHA256.HashData(Encoding.ASCII.GetBytes($"beffroi-import\n{seat.OrganisationId:D}\n{id:D}"))[..16]));
        return imported with
        {
            CaseId = names[imported.CaseId],
            Drafts = [.. imported.Drafts.Select(d => CaseJson.Read<CaseDraft>(Ids().Replace(CaseJson.Write(d), m => names.TryGetValue(Guid.Parse(m.Value), out var name) ? name.ToString("D") : m.Value)))],
        };
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ids();

    /// <summary>Nobody of this site is made to speak by a file, and nobody is shown what is in it but those of whoever brings it.</summary>
    async Task<List<CaseDraft>> Owned(IReadOnlyList<CaseDraft> drafts, Seat seat, ImportFor by, List<Exchange.Notice> told, CancellationToken ct)
    {
        var organisations = await db.Organisations.Select(o => o.Id).ToListAsync(ct);
        var people = await db.Members.Select(m => m.AccountId).Union(db.GuestPasses.Where(p => p.AccountId != null).Select(p => p.AccountId!.Value)).ToListAsync(ct);
        var renamed = 0;
        var owned = new List<CaseDraft>();
        foreach (var (draft, i) in drafts.Select((d, i) => (d, i)))
        {
            var isHere = (draft.Author.Organisation is { } organisation && organisations.Contains(organisation)) || (draft.Author.Person is { } person && people.Contains(person)) || draft.Author is { Person: null, Organisation: null };
            var isOther = isHere && draft.Author.Person != seat.AccountId;
            renamed += isOther ? 1 : 0;
            owned.Add(draft with
            {
                Author = isHere ? seat.Author : draft.Author,
                Marking = i == 0 || draft.Marking.Audience is not null ? by.At(draft.Marking.Tlp) : draft.Marking,
                Fact = draft.Fact switch
                {
                    MarkingChanged change => change with { To = by.At(change.To.Tlp) },
                    // Signed elsewhere, if at all: it stands here only once two of this site have signed.
                    AttributionProposed proposed => proposed with { Imported = true },
                    AttributionBacked backed => backed with { Imported = true },
                    var fact => fact,
                },
            });
        }

        if (renamed > 0)
        {
            told.Add(new(Exchange.Notice.Changed,
                $"{renamed} lignes se disent de personnes ou d’organisations de ce site, ou de personne\u00A0: elles sont reprises en votre nom.",
                $"{renamed} lines say that they are of people or organisations of this site, or of nobody: they are taken in your name."));
        }

        return owned;
    }

    /// <summary>Lines that may be written, one after the other; the others are told, with those that hang on them.</summary>
    List<CaseDraft> Judged(Guid caseId, CaseLog? log, List<CaseDraft> drafts, Seat seat, Lang l, List<Exchange.Notice> told, out Fault? fault)
    {
        fault = null;
        var (kept, isNew) = (new List<CaseDraft>(), log is null);
        var view = log is null ? null : CaseView.For(log, seat.Reader);
        foreach (var draft in drafts)
        {
            if (log is null)
            {
                fault = draft.Fact.Faults(new(), draft).Concat(Clocks.Faults(draft, clock.GetUtcNow())).FirstOrDefault();
                if (fault is not null)
                {
                    return [];
                }
            }
            else if (log.Events.Exists(e => e.Id == draft.Id))
            {
                continue;
            }
            else if (view is not null && (List<Fault>)[.. view.Faults(draft), .. Clocks.Faults(draft, clock.GetUtcNow()), .. isNew ? [] : CaseLeading.Faults(view, draft.Fact, seat.Author)] is { Count: > 0 } faults)
            {
                var title = FactWords.Say(draft.Fact, l, CaseNames.None).Title;
                told.Add(new(Exchange.Notice.Kept, $"«\u00A0{title}\u00A0» n’est pas repris\u00A0: {faults[0].French}", $"\"{title}\" is not taken: {faults[0].English}"));
                continue;
            }

            var before = log?.Events.Count ?? 0;
            log = (log ?? CaseLog.Of(caseId)).With(draft, clock, Random);
            view = view is null ? CaseView.For(log, seat.Reader) : CaseView.After(view, log, before, seat.Reader);
            kept.Add(draft);
        }

        return kept;
    }

    /// <summary>As restricted as what is most restricted in it.</summary>
    static CaseDraft Original(Guid caseId, byte[] bytes, string fileName, Seat seat, ImportFor by, List<CaseDraft> drafts)
    {
        var fact = ImportFor.Original(bytes, SafeName.Of(fileName, FileKind.Json), "application/json");
        return new()
        {
            Id = new(SHA256.HashData(Encoding.ASCII.GetBytes($"beffroi-import\n{caseId:D}\n{fact.Sha256}"))[..16]),
            Author = seat.Author,
            Marking = by.At(drafts.Max(d => d.Marking.Tlp)),
            Fact = fact,
        };
    }

    async Task Store(Guid caseId, CaseDraft original, int size, Seat seat, CancellationToken ct)
    {
        var fact = (EvidenceKept)original.Fact;
        if (await db.Files.AnyAsync(f => f.EventId == original.Id, ct))
        {
            return;
        }

        var now = clock.GetUtcNow();
        db.Add(new StoredFile { Id = Guid.CreateVersion7(now), MessageId = null, CaseId = caseId, EventId = original.Id, Name = fact.FileName, Kind = FileKind.Json, Size = size, Sha256 = fact.Sha256, At = now, By = seat.AccountId });
    }
}

/// <param name="CaseId">Null where nothing was taken.</param>
/// <param name="Lines">Written now.</param>
public sealed record TakenCase(Guid? CaseId, string Title, int Lines, IReadOnlyList<Exchange.Notice> Told, Fault? Fault);
