using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>What the encyclopedia tells everybody on /stats: how much it holds, and how much it is read, without following anybody.</summary>
public sealed class EncyclopediaFigures(EncyclopediaDb db, TimeProvider clock) : IPublicFigures
{
    const int Days = 30;

    public string Subject => "Encyclopédie des manipulations de l’information";

    public int Order => 20;

    public async Task<IReadOnlyList<PublicFigure>> Read(CancellationToken ct)
    {
        var from = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-Days);
        var entries = await db.Entries.CountAsync(ct);
        var both = await db.Entries.CountAsync(e => e.Words.Count == Langs.All.Count, ct);
        var all = await db.Readings.SumAsync(r => r.Count, ct);
        var recent = await db.Readings.Where(r => r.Day >= from).SumAsync(r => r.Count, ct);
        var english = await db.Readings.Where(r => r.Day >= from && r.Language == Lang.English).SumAsync(r => r.Count, ct);
        var uses = await db.Uses.CountAsync(u => u.Outcome != null, ct);
        return
        [
            new PublicFigure { Name = "encyclopedie_fiches", Label = "Fiches publiées", Unit = "fiches" }.Counting(entries),
            new PublicFigure { Name = "encyclopedie_part_bilingue", Label = "Part des fiches écrites en français et en anglais", Unit = "part" }.Sharing(both, entries),
            new PublicFigure { Name = "encyclopedie_lectures", Label = "Lectures de fiches depuis le début", Unit = "lectures" }.Counting(all),
            new PublicFigure { Name = "encyclopedie_lectures_30_jours", Label = "Lectures de fiches sur les 30 derniers jours", Unit = "lectures" }.Counting(recent),
            new PublicFigure { Name = "encyclopedie_part_anglais_30_jours", Label = "Part de ces lectures en anglais", Unit = "part" }.Sharing(english, recent),
            new PublicFigure { Name = "encyclopedie_usages", Label = "Pratiques menées à leur fin", Unit = "usages" }.Counting(uses),
        ];
    }
}
