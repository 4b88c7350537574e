using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Beffroi.Ads.Intake;
using Beffroi.Ads.Law;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Files;

/// <summary>A file to take in, by a page or by a command.</summary>
public sealed record FileToImport
{
    public required string Name { get; init; }

    /// <summary>Opened twice: to know what it is, then to read it.</summary>
    public required Func<Stream> Open { get; init; }

    public required FileFormat Format { get; init; }

    /// <summary>ISO 3166-1 alpha-2, where the file does not say it.</summary>
    public required string Country { get; init; }

    /// <summary>When the library was read, for a file that is a whole reading of it; null: it is not.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    public Guid? By { get; init; }
    public FileLimits Limits { get; init; } = new();

    public bool IsReport => Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
    public bool IsPage => Name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || Name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Takes a file in: ads, a whole reading of a library, or the totals that it announces.</summary>
public sealed partial class AdImporting(AdsDb db, AdIntake intake, TimeProvider clock)
{
    /// <summary>What was done, or why nothing was.</summary>
    public async Task<(AdImport? Done, Words? Fault)> Run(FileToImport file, IProgress<int>? progress, CancellationToken ct)
    {
        if (file.TakenAt > clock.GetUtcNow())
        {
            return (null, new("la date de lecture est dans l’avenir", "the date of the reading is in the future"));
        }

        var import = new AdImport
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Source = file.Format.Source(), Name = CleanText.Line(file.Name, AdImport.NameMaxLength) ?? "?", Sha256 = await Sha256(file, ct), At = clock.GetUtcNow(), TakenAt = file.TakenAt, By = file.By,
        };
        if (file.IsReport)
        {
            return await Report(file, import, ct);
        }

        var (dump, fault) = await Begin(file, import, ct);
        if (fault is not null)
        {
            return (null, fault);
        }

        await using var stream = file.Open();
        var lines = file.IsPage ? Page(stream, file, ct) : AdReader.Read(stream, file.Format, file.Country, file.Limits, ct);
        return (await intake.Take(lines, import, dump, progress, ct), null);
    }

    static async IAsyncEnumerable<AdLine> Page(Stream stream, FileToImport file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        yield return await AdReader.ReadPage(stream, file.Country, file.Limits, ct);
    }

    async Task<(Dump? Dump, Words? Fault)> Begin(FileToImport file, AdImport import, CancellationToken ct)
    {
        await using var turn = await intake.Turn(ct);
        var begun = await DumpOf(file, import, ct);
        if (begun.Fault is null)
        {
            db.Add(import);
            if (begun.Dump is { } dump && db.Entry(dump).State is EntityState.Detached)
            {
                db.Add(dump);
            }

            await db.SaveChangesAsync(ct);
            await turn.CommitAsync(ct);
        }

        return begun;
    }

    async Task<(Dump? Dump, Words? Fault)> DumpOf(FileToImport file, AdImport import, CancellationToken ct)
    {
        if (file.TakenAt is not { } taken)
        {
            return (null, null);
        }

        if (await db.Dumps.FirstOrDefaultAsync(d => d.Source == import.Source && d.Country == file.Country && d.TakenAt == taken, ct) is { } same)
        {
            // The same file again adds no second reading; it goes on with one that was stopped.
            return string.Equals(same.Sha256, import.Sha256, StringComparison.Ordinal) ? (same.CompletedAt is null ? same : null, null) : (null, new("une autre lecture de cette bibliothèque porte déjà cette date", "another reading of this library already has this date"));
        }

        return (new()
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Source = import.Source, Country = file.Country, Name = import.Name, Sha256 = import.Sha256, TakenAt = taken, ImportedAt = clock.GetUtcNow(), ImportId = import.Id,
        }, null);
    }

    async Task<(AdImport?, Words?)> Report(FileToImport file, AdImport import, CancellationToken ct)
    {
        if ((file.TakenAt is { } taken ? DateOnly.FromDateTime(taken.UtcDateTime) : DayIn(file.Name)) is not { } day)
        {
            return (null, new("la date du rapport manque : dans le nom du fichier, ou avec la date de lecture", "the date of the report is missing: in the name of the file, or with the date of the reading"));
        }

        await using var stream = file.Open();
        var totals = await ReportReader.Read(stream, file.Limits, ct);
        if (totals.Lines == 0)
        {
            return (null, totals.Faults is [var (_, why), ..] ? why : new("le rapport est vide", "the report is empty"));
        }

        import.Refused = totals.Faults.Count;
        import.Report = CleanText.Cut(string.Concat(totals.Faults.Select(f => $"{f.Line} : {f.Why.In("fr")}\n")), AdImport.ReportMaxLength);
        db.Add(import);
        if (await db.Announced.SingleOrDefaultAsync(t => t.Source == import.Source && t.Country == file.Country && t.Day == day, ct) is not { } total)
        {
            total = new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), Source = import.Source, Country = file.Country, Day = day, Ads = 0, Advertisers = 0, Name = import.Name, Sha256 = "", ImportId = import.Id };
            db.Add(total);
            import.Added = 1;
        }
        else if (string.Equals(total.Sha256, import.Sha256, StringComparison.Ordinal))
        {
            import.Same = 1;
        }
        else
        {
            import.Changed = 1;
        }

        (total.Ads, total.Advertisers, total.WithoutPayer, total.Name, total.Sha256, total.ImportId) = (totals.Ads, totals.Advertisers, totals.WithoutPayer, import.Name, import.Sha256, import.Id);
        await db.SaveChangesAsync(ct);
        return (import, null);
    }

    static async Task<string> Sha256(FileToImport file, CancellationToken ct)
    {
        await using var stream = file.Open();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }

    static DateOnly? DayIn(string name) =>
        Day().Match(name) is { Success: true } found && DateOnly.TryParseExact(found.Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex("20[0-9]{2}-[0-9]{2}-[0-9]{2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Day();
}
