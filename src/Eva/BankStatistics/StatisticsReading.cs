using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.BankStatistics;

/// <summary>Reads the plays of a situation as a stream, the newest ones, one at a time in memory.</summary>
public static class StatisticsReading
{
    /// <summary>A page must come at once: more plays belong to a calibration.</summary>
    public const int MostPlays = 5_000;

    static readonly string[] Told =
    [
        EventNames.QuestionShown, EventNames.Answered, EventNames.ReadAloud, EventNames.TranscriptShown, EventNames.SeenAgain,
        EventNames.Paused, EventNames.Resumed, EventNames.VisibilityChanged,
    ];

    public static async Task<ItemStatistics> Of(EvaDb db, BankOutline outline, BankItem item, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(outline);
        var keys = await Keys(db, outline.Situation, item, ct);
        var tally = new ItemTally(outline, item);
        var newest = db.Runs.AsNoTracking().Where(r => r.Situation == outline.Situation).OrderByDescending(r => r.StartedAt).ThenBy(r => r.Id).Take(MostPlays);
        var stream = from run in newest
                     join line in db.Events.AsNoTracking() on run.Id equals line.RunId
                     where Told.Contains(line.Name) && (run.LastPosition == null || line.Position <= run.LastPosition)
                     orderby run.Id, line.Position
                     select new { run.BankVersion, Line = line };
        var (lines, version) = (new List<EventLine>(), "");
        await foreach (var read in stream.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (lines.Count > 0 && lines[0].RunId != read.Line.RunId)
            {
                End();
            }

            version = read.BankVersion ?? "";
            lines.Add(read.Line);
        }

        End();
        return tally.Total();

        void End()
        {
            if (lines.Count > 0 && keys.TryGetValue(version, out var key))
            {
                tally.Add(lines, key);
            }

            lines.Clear();
        }
    }

    /// <summary>The keys of the banks in which the item is asked as it is today; an empty version is the program's.</summary>
    static async Task<Dictionary<string, RightAnswers>> Keys(EvaDb db, string situation, BankItem item, CancellationToken ct)
    {
        var asked = BankText.AskedIn(item);
        var keys = new Dictionary<string, RightAnswers>(StringComparer.Ordinal);
        foreach (var version in await db.Runs.Where(r => r.Situation == situation).Select(r => r.BankVersion).Distinct().ToListAsync(ct))
        {
            var bank = version is null ? BankShelf.Embedded(situation) : await BankShelf.Look(db, situation, version, ct);
            if (bank?.Find(item.Id) is { } then && string.Equals(BankText.AskedIn(then), asked, StringComparison.Ordinal))
            {
                keys[version ?? ""] = new(bank);
            }
        }

        return keys;
    }
}
