using System.Collections.Concurrent;
using System.Collections.Frozen;
using Beffroi.Eva.Bank;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.BankVersions;

/// <summary>The banks that this process knows: those of the program, and those that were brought from the database. A version names what it holds, so that one
/// brought once stays good for ever, for any run that is pinned to it.</summary>
public static class BankShelf
{
    static readonly FrozenDictionary<string, SituationBank> OfProgram = BankOutline.All.ToFrozenDictionary(o => o.Situation, Load, StringComparer.Ordinal);
    static readonly ConcurrentDictionary<(string Situation, string Version), SituationBank> Brought = new();

    // Looked for and found nowhere: runs of before banks were kept.
    static readonly ConcurrentDictionary<(string Situation, string Version), bool> Lost = new();

    /// <summary>The bank that comes with the program.</summary>
    public static SituationBank Embedded(string situation) => OfProgram[situation];

    /// <summary>The bank that a run is played with. Its row was <see cref="Bring(EvaDb, IEnumerable{Run}, CancellationToken)">brought</see> before.</summary>
    public static SituationBank Of(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.BankVersion is not { } version ? Embedded(run.Situation)
            : Find(run.Situation, version) ?? (IsLost(run) ? Embedded(run.Situation) : throw new InvalidOperationException($"The bank {version} of {run.Situation} was not brought before its run was read."));
    }

    /// <summary>Whether the bank of a run was looked for in vain.</summary>
    public static bool IsLost(Run run) => run is { BankVersion: { } version } && Lost.ContainsKey((run.Situation, version));

    /// <summary>The bank that a new run is played with: of the last decision, else the program's.</summary>
    public static async Task<SituationBank> Current(EvaDb db, string situation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var version = await db.BankVersions.Where(v => v.Situation == situation).OrderByDescending(v => v.Number).Select(v => v.Bank).FirstOrDefaultAsync(ct);
        return version is null ? Embedded(situation) : await Bring(db, situation, version, ct);
    }

    /// <summary>The version to pin a new run to, kept from now on, whatever the program becomes; null for a situation without a bank of questions.</summary>
    public static async Task<string?> Pin(EvaDb db, string situation, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (BankOutline.Find(situation) is null)
        {
            return null;
        }

        var bank = await Current(db, situation, ct);
        try
        {
            await Keep(db, bank, now, ct);
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Kept by another run in the meantime: under one name there is one content.
            db.ChangeTracker.Clear();
        }

        return bank.Version;
    }

    /// <summary>Adds the row of a bank, when there is none, to the next save.</summary>
    public static async Task Keep(EvaDb db, SituationBank bank, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(bank);
        if (!await db.Banks.AnyAsync(b => b.Situation == bank.Situation && b.Version == bank.Version, ct))
        {
            db.Add(new StoredBank { Situation = bank.Situation, Version = bank.Version, Content = BankText.Of(bank), At = now });
        }
    }

    /// <summary>Reads what these runs are pinned to: to be called before anything is read of them.</summary>
    public static async Task Bring(EvaDb db, IEnumerable<Run> runs, CancellationToken ct)
    {
        foreach (var (situation, version) in runs.Where(r => r.BankVersion is not null).Select(r => (r.Situation, r.BankVersion!)).Distinct())
        {
            if (await Look(db, situation, version, ct) is null)
            {
                Lost[(situation, version)] = true;
            }
        }
    }

    /// <exception cref="InvalidOperationException">There is no such bank in this database.</exception>
    public static async Task<SituationBank> Bring(EvaDb db, string situation, string version, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await Look(db, situation, version, ct) ?? throw new InvalidOperationException($"The bank {version} of {situation} is not kept in this database.");
    }

    /// <summary>The same; null when there is no such bank.</summary>
    public static async Task<SituationBank?> Look(EvaDb db, string situation, string version, CancellationToken ct)
    {
        if (Find(situation, version) is { } known)
        {
            return known;
        }

        var content = await db.Banks.AsNoTracking().Where(b => b.Situation == situation && b.Version == version).Select(b => b.Content).SingleOrDefaultAsync(ct);
        if (content is null)
        {
            return null;
        }

        var bank = Brought.GetOrAdd((situation, version), BankText.Read(content));
        if (BankOutline.Find(situation) is { IsPositioning: true })
        {
            PositioningBank.Join(new(situation, version, bank.Entries.Select(e => e.Item)));
        }

        return bank;
    }

    static SituationBank? Find(string situation, string version) =>
        string.Equals(Embedded(situation).Version, version, StringComparison.Ordinal) ? Embedded(situation) : Brought.GetValueOrDefault((situation, version));

    static SituationBank Load(BankOutline outline)
    {
        if (!outline.IsPositioning)
        {
            var bank = ItemBank.Load<SituationBank>(outline.Situation);
            return bank with { Version = BankText.VersionOf(bank) };
        }

        var positioning = PositioningBank.Current(outline.Situation);
        return new() { Situation = outline.Situation, Version = positioning.Version, Training = positioning.Training, Items = positioning.Items };
    }
}
