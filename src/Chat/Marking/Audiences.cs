using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Who a marking lets in, as a reader may know it.</summary>
public sealed record AudienceView(Tlp Tlp, IReadOnlyList<CircleView> Circles);

/// <param name="People">By name, or by their organisation where it masks them.</param>
public sealed record CircleView(Reach Reach, IReadOnlyList<string> Organisations, IReadOnlyList<string> People);

public sealed class Audiences(ChatDb db, Naming naming)
{
    public async Task<AudienceView> Of(Guid scopeId, Seat seat, CancellationToken ct)
    {
        var scope = await db.Scopes.AsNoTracking().Include(s => s.Circles).ThenInclude(c => c.Names).SingleAsync(s => s.Id == scopeId, ct);
        var ids = scope.Circles.SelectMany(c => c.Names).Select(n => n.NamedId).Distinct().ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var here = await db.Members.Where(m => ids.Contains(m.AccountId) && m.LeftAt == null).Select(m => m.AccountId).ToListAsync(ct);
        var book = await naming.Of(here, [], ct);
        return new(scope.Tlp, [.. scope.Circles.Select(c => new CircleView(
            c.Reach,
            [.. c.Names.Where(n => !n.IsPerson).Select(n => organisations.GetValueOrDefault(n.NamedId)).OfType<string>().Order(StringComparer.CurrentCulture)],
            [.. here.Where(p => c.Names.Any(n => n.IsPerson && n.NamedId == p)).Select(p => book.CalledWhole(p, seat.Reader)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture)]))]);
    }
}
