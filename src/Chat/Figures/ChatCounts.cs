using Beffroi.Chat.Cases;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Figures;

/// <summary>
/// What cases count each month, however they are marked: manipulations met and qualified, reuses told, and how many people a reaction left exposed. Counts and medians over all cases; no title,
/// organisation nor case ever leaves this, and whoever shows them masks what rests on fewer than ten.
/// </summary>
public sealed class ChatCounts(ChatDb db, CaseShelf shelf) : ICountedFigures
{
    // A log only grows: what it says of an old month stays.
    const int Kept = 24;
    const string Opened = "manipulations_mois", Qualified = "manipulations_qualifiees_mois", Reuses = "reutilisations_mois";

    public IReadOnlyList<CountedFigure> Offers { get; } =
    [
        new() { Name = Opened, Label = "Dossiers\u00A0: manipulations rencontrées", Months = Kept },
        new() { Name = Qualified, Label = "Dossiers\u00A0: manipulations qualifiées sur les cinq critères", Months = Kept },
        new() { Name = Reuses, Label = "Dossiers\u00A0: réutilisations notées", Months = Kept },
        new() { Name = Exposures.Before, Label = "Dossiers\u00A0: exposition avant la réaction, médiane sur 12 mois", Months = Kept },
        new() { Name = Exposures.After, Label = "Dossiers\u00A0: exposition après la réaction, médiane sur 12 mois", Months = Kept },
    ];

    public async Task<IReadOnlyList<Counted>> Read(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var logs = new List<CaseLog>();
        foreach (var id in await db.Cases.Select(c => c.Id).ToListAsync(ct))
        {
            if (await shelf.Load(id, ct) is { } log)
            {
                logs.Add(log);
            }
        }

        var states = logs.ToDictionary(l => l.Id, l => CaseState.Of(l.Events));
        var groups = Manipulations.Counted(logs, states).ToList();
        var times = groups.ConvertAll(g => PhaseTimes.Of(g.SelectMany(l => l.Events), Convention.Five));
        var reuses = states.Values.SelectMany(s => s.Reuses).Select(r => r.At).ToList();
        var reacted = groups.ConvertAll(g => g.Select(l => states[l.Id]).ToList());
        return
        [
            .. from month in Months.Between(first, last)
               let span = Months.Span(month)
               from counted in new[]
               {
                   Counted.Of(Opened, month, times.Count(t => Within(t.DetectedAt, span))),
                   Counted.Of(Qualified, month, times.Count(t => t.QualifiedAt is { } at && Within(at, span))),
                   Counted.Of(Reuses, month, reuses.Count(at => Within(at, span))),
               }.Concat(Exposures.Of(reacted, month))
               select counted,
        ];
    }

    static bool Within(DateTimeOffset at, (DateTimeOffset From, DateTimeOffset To) span) => at >= span.From && at < span.To;
}
