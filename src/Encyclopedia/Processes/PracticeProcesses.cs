using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>Practices for the modules that run them: what they hold, how they changed, and back: how they went and what should change.</summary>
public sealed class PracticeProcesses(EncyclopediaDb db, Actor actor, TimeProvider clock) : IProcesses
{
    // Practices without steps are most of them: they are left on the disk.
    const string HoldsSteps = "\"steps\":[{";

    public async Task<IReadOnlyList<ProcessHead>> List(string? phase, Lang language, CancellationToken ct)
    {
        var known = phase is null ? null : KindWords.Named<Phase>(phase);
        if (phase is not null && known is null)
        {
            return [];
        }

        var bit = known is { } wanted ? Entry.Bit(wanted) : ~0;
        var found = await (
            from entry in db.Entries.AsNoTracking()
            join version in db.Versions on new { EntryId = entry.Id, Number = entry.Version } equals new { version.EntryId, version.Number }
            where entry.Type == EntryType.Practice && (entry.Phases & bit) != 0 && version.Content.Contains(HoldsSteps)
            orderby entry.Key
            select new { entry.Key, entry.Version, version.Content, Uses = db.Uses.Count(u => u.EntryId == entry.Id) }).ToListAsync(ct);
        return [.. found.Select(f => Head(f.Key, f.Version, EntryJson.Read(f.Content), f.Uses, language)).OrderBy(h => h.Title, language.TitleOrder())];
    }

    public async Task<Process?> Find(string key, int? version, Lang language, CancellationToken ct) =>
        await Read(key, version, ct) is { Content.Steps.Count: > 0 } found
            ? new()
            {
                Key = key,
                Version = found.Version,
                Title = found.Content.In(language).Title,
                Href = Addresses.Version(language, key, found.Version),
                Steps = await Steps(found.Content.Steps, language, ct),
            }
            : null;

    public async Task<ProcessChanges?> ChangesSince(string key, int version, Lang language, CancellationToken ct)
    {
        if (await Read(key, version, ct) is not { } then || await Read(key, null, ct) is not { } now)
        {
            return null;
        }

        return new(version, now.Version, StepChanges.Between(await Steps(then.Content.Steps, language, ct), await Steps(now.Content.Steps, language, ct)));
    }

    public async Task Tell(ProcessUse use, CancellationToken ct)
    {
        // Begun before its version was withheld, a run still counts.
        var entry = await db.Entries.IgnoreQueryFilters().Where(e => e.Key == use.Key && e.Type == EntryType.Practice && db.Versions.Any(v => v.EntryId == e.Id && v.Number == use.Version))
            .Select(e => (Guid?)e.Id).SingleOrDefaultAsync(ct) ?? throw NoSuchVersion(use.Key, use.Version);
        if (use.EndedAt < use.StartedAt || use.PublicNote?.Length > ProposalDecision.ReasonMaxLength)
        {
            throw new ArgumentException($"A use ends after it began, and its note has at most {ProposalDecision.ReasonMaxLength} characters.", nameof(use));
        }

        actor.Act ??= "encyclopedie.usage";
        var told = await db.Uses.SingleOrDefaultAsync(u => u.Id == use.Id, ct);
        // A note that was taken away stays so, whatever is told again.
        var hidden = told;
        if (told is not null && (told.EntryId != entry || told.Version != use.Version || told.StartedAt != use.StartedAt))
        {
            db.Remove(told);
            await db.SaveChangesAsync(ct);
            told = null;
        }

        if (told is null)
        {
            db.Add(told = new() { Id = use.Id, EntryId = entry, Version = use.Version, StartedAt = use.StartedAt, NoteHiddenAt = hidden?.NoteHiddenAt, NoteHiddenBy = hidden?.NoteHiddenBy });
        }

        (told.EndedAt, told.Outcome, told.PublicNote) = (use.EndedAt, use.Outcome, use.PublicNote);
        await db.SaveChangesAsync(ct);
    }

    public async Task<string> Propose(ProcessEdit edit, CancellationToken ct)
    {
        var practice = await Read(edit.Key, edit.Version, ct) ?? throw NoSuchVersion(edit.Key, edit.Version);
        if (edit.Comment.Trim() is not { Length: > 0 and <= EntryVersion.CommentMaxLength } comment)
        {
            throw new ArgumentException($"A proposal says why, in {EntryVersion.CommentMaxLength} characters at most.", nameof(edit));
        }

        var now = clock.GetUtcNow();
        var proposal = new Proposal
        {
            Id = Guid.CreateVersion7(now),
            EntryId = practice.EntryId,
            Key = edit.Key,
            BaseVersion = edit.Version,
            At = now,
            AuthorId = edit.AuthorId,
            Language = edit.Language,
            Comment = comment,
            Content = EntryJson.Write(practice.Content with { Steps = StepEdits.Apply(practice.Content.Steps, edit.Steps, edit.Language) }),
        };
        actor.Act ??= "encyclopedie.proposer";
        db.Add(proposal);
        await db.SaveChangesAsync(ct);
        return Addresses.Proposal(edit.Language, proposal.Id);
    }

    static ProcessHead Head(string key, int version, EntryContent content, int uses, Lang language)
    {
        var text = content.In(language);
        return new(key, version, text.Title, text.Summary, [.. content.Phases.Select(p => p.Name())], content.Steps.Count, uses);
    }

    async Task<(Guid EntryId, int Version, EntryContent Content)?> Read(string key, int? version, CancellationToken ct)
    {
        var found = await (
            from entry in db.Entries.AsNoTracking()
            join state in db.Versions.Shown(db) on entry.Id equals state.EntryId
            where entry.Key == key && entry.Type == EntryType.Practice && state.Number == (version ?? entry.Version)
            select new { entry.Id, state.Number, state.Content }).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Id, found.Number, EntryJson.Read(found.Content));
    }

    async Task<IReadOnlyList<ProcessStep>> Steps(IReadOnlyList<Step> steps, Lang language, CancellationToken ct)
    {
        var keys = steps.SelectMany(s => s.Tools).Distinct(StringComparer.Ordinal).ToList();
        var found = await (
            from entry in db.Entries.AsNoTracking()
            join version in db.Versions on new { EntryId = entry.Id, Number = entry.Version } equals new { version.EntryId, version.Number }
            where keys.Contains(entry.Key)
            select new { entry.Key, version.Content }).ToListAsync(ct);
        var tools = found.ToDictionary(f => f.Key, f => Tool(f.Key, EntryJson.Read(f.Content), language), StringComparer.Ordinal);
        return [.. steps.Select(s => new ProcessStep
        {
            Id = s.Id,
            Act = s.Act.In(language),
            Expected = s.Expected.In(language),
            Role = s.Role.Name(),
            RoleLabel = s.Role.Say(language),
            DueHours = s.DueHours,
            Blocking = s.Blocking,
            Tools = [.. s.Tools.Select(t => tools.GetValueOrDefault(t)).OfType<ProcessTool>()],
        })];
    }

    static ProcessTool Tool(string key, EntryContent content, Lang language) =>
        new(key, content.In(language).Title, Addresses.Entry(language, key), content.Availability is { State: not ToolState.Closed } open ? open.Launch : null);

    static ArgumentException NoSuchVersion(string key, int version) => new($"There is no version {version} of a practice {key}.", nameof(version));
}
