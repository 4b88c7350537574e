using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Compliance;

/// <summary>The file that <c>./test</c> writes: <c>{"commit", "date", "results": [{"name", "outcome"}]}</c>.</summary>
public static class EvidenceFile
{
    /// <summary>More than all of our tests, twenty times over.</summary>
    public const int MostResults = 100_000;

    /// <summary>Reads it whole, or says in French what is wrong with it.</summary>
    /// <exception cref="InvalidDataException">The file is not one of results.</exception>
    public static (TestLoad Load, IReadOnlyList<TestOutcome> Outcomes) Read(string text, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var commit = json.RootElement.GetProperty("commit").GetString() ?? "";
            if (commit.Length is 0 or > TestLoad.CommitMaxLength)
            {
                throw new InvalidDataException("« commit » est vide ou trop long");
            }

            if (!DateTimeOffset.TryParse(json.RootElement.GetProperty("date").GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var ran) || ran > now.AddHours(1))
            {
                throw new InvalidDataException("« date » n’est pas une date passée");
            }

            var id = Guid.CreateVersion7(now);
            var outcomes = json.RootElement.GetProperty("results").EnumerateArray().Take(MostResults + 1).Select((line, at) => Outcome(line, at, id, now)).ToList();
            return outcomes.Count is 0 or > MostResults
                ? throw new InvalidDataException("« results » est vide, ou plus long qu’aucun essai")
                : (new TestLoad { Id = id, Commit = commit, RanAt = ran, LoadedAt = now, Passed = Count(TestResult.Passed), Failed = Count(TestResult.Failed), Skipped = Count(TestResult.Skipped) }, outcomes);

            int Count(TestResult result) => outcomes.Count(o => o.Result == result);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException("ce n’est pas un fichier de résultats : { \"commit\", \"date\", \"results\" }", wrong);
        }
    }

    /// <summary>Keeps this load, and forgets the single results of those before.</summary>
    public static async Task Keep(IncubatorDb db, TestLoad load, IReadOnlyList<TestOutcome> outcomes, CancellationToken ct)
    {
        db.RemoveRange(await db.TestOutcomes.ToListAsync(ct));
        db.Add(load);
        db.AddRange(outcomes);
        await db.SaveChangesAsync(ct);
    }

    static TestOutcome Outcome(JsonElement line, int at, Guid load, DateTimeOffset now)
    {
        var (name, outcome) = (line.GetProperty("name").GetString() ?? "", line.GetProperty("outcome").GetString());
        return new()
        {
            Id = Guid.CreateVersion7(now), LoadId = load,
            Name = name.Length > 0 ? name.Length <= TestOutcome.NameMaxLength ? name : name[..TestOutcome.NameMaxLength] : throw Wrong("« name » est vide"),
            Result = outcome switch { "passed" => TestResult.Passed, "failed" => TestResult.Failed, "skipped" => TestResult.Skipped, _ => throw Wrong("« outcome » est passed, failed ou skipped") },
        };

        InvalidDataException Wrong(string what) => new(string.Create(CultureInfo.InvariantCulture, $"résultat {at + 1} : {what}"));
    }
}
