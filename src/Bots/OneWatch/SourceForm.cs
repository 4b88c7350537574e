using Beffroi.Kit;

namespace Beffroi.Bots.OneWatch;

/// <summary>A source as somebody types it; what its kind needs is read by <see cref="SourceSettings"/>.</summary>
public sealed record SourceForm
{
    const int MostBudget = 100_000_000;

    public string? SourceKind { get; init; }
    public string? SourceName { get; init; }
    public string? Host { get; init; }
    public string? BackfillHours { get; init; }
    public string? Folder { get; init; }
    public string? Network { get; init; }
    public string? Everything { get; init; }
    public string? Budget { get; init; }

    /// <summary>Null when something is to be corrected.</summary>
    public Source? Read(Guid watch, Guid by, DateTimeOffset now, Lang l, Errors errors)
    {
        var typed = new Typed(l, errors);
        var name = typed.Line(nameof(SourceName), SourceName, 2, Source.NameMaxLength);
        var kind = typed.One<SourceKind>(nameof(SourceKind), SourceKind);
        long? budget = string.IsNullOrWhiteSpace(Budget) ? null : typed.Whole(nameof(Budget), Budget, 1, MostBudget);
        if (kind == Bots.SourceKind.X && budget is null && errors[nameof(Budget)] is null)
        {
            errors.Add(nameof(Budget), l.Say("X se paie à la lecture : donnez un budget par mois, en centimes", "X is paid by what is read: give a budget by month, in cents"));
        }

        // Its own list: it answers null as soon as it holds one.
        var own = new Errors();
        var settings = kind is { } known ? SourceSettings.Read(known, new() { Host = Host, BackfillHours = BackfillHours, Folder = Folder, Network = Network, Everything = Everything is not null }, l, own) : null;
        foreach (var (field, message) in own.All)
        {
            errors.Add(field, message);
        }

        return errors.Any || settings is null || kind is null ? null : new()
        {
            Id = Guid.CreateVersion7(now), WatchId = watch, Kind = kind.Value, Name = name, Settings = settings.ToJson(), Budget = budget, CreatedAt = now, CreatedBy = by,
        };
    }
}
