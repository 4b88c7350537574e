using Beffroi.Eva.OrientationFiles;

namespace Beffroi.Eva.Offers;

/// <summary>How near an offer is, as far as post codes tell it: no map, no road.</summary>
public enum Nearness
{
    SameCommune,
    SamePrefix,
    SameDepartment,
    Elsewhere,
}

public sealed record FoundOffer(Offer Offer, Nearness Nearness);

/// <summary>Offers around a place: those of the département first come those whose post code begins alike. A place that is not understood finds nothing, and it is said.</summary>
public sealed record OfferSearch
{
    /// <summary>The first digits that neighbours share, most often.</summary>
    const int Prefix = 3;

    public required IReadOnlyList<FoundOffer> Found { get; init; }

    /// <summary>The département that was understood; null without a place.</summary>
    public required string? Department { get; init; }

    /// <summary>A place was typed that no offer and no post code knows.</summary>
    public required bool Lost { get; init; }

    public static OfferSearch Of(IReadOnlyList<Offer> offers, string? typed, OfferKind? kind, DateOnly today)
    {
        var open = offers.Where(o => o.ShownOn(today) && (kind is null || o.Kind == kind)).ToList();
        var place = typed?.Trim() ?? "";
        if (place.Length == 0)
        {
            return new() { Found = [.. Sorted(open.Select(o => new FoundOffer(o, Nearness.Elsewhere)))], Department = null, Lost = false };
        }

        // A commune is known by the offers that are there, whatever their kind and day.
        var key = HeadedTable.Key(place);
        var here = offers.Where(o => string.Equals(o.PostCode, place, StringComparison.Ordinal) || string.Equals(HeadedTable.Key(o.Commune), key, StringComparison.Ordinal)).Select(o => o.PostCode).ToHashSet(StringComparer.Ordinal);
        if (OffersReading.IsPostCode(place))
        {
            here.Add(place);
        }

        var departments = here.Select(Departments.OfPostCode).Append(Departments.Read(place)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (departments.Count == 0)
        {
            return new() { Found = [], Department = null, Lost = true };
        }

        var prefixes = here.Select(code => code[..Prefix]).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Found = [.. Sorted(open.Where(o => departments.Contains(o.Department)).Select(o => new FoundOffer(o, Near(o))))],
            Department = string.Join(", ", departments.Order(StringComparer.Ordinal)),
            Lost = false,
        };

        Nearness Near(Offer offer) =>
            here.Contains(offer.PostCode) || string.Equals(HeadedTable.Key(offer.Commune), key, StringComparison.Ordinal) ? Nearness.SameCommune
            : prefixes.Contains(offer.PostCode[..Prefix]) ? Nearness.SamePrefix
            : Nearness.SameDepartment;
    }

    static IEnumerable<FoundOffer> Sorted(IEnumerable<FoundOffer> found) =>
        found.OrderBy(f => f.Nearness).ThenBy(f => f.Offer.StartsOn ?? DateOnly.MaxValue).ThenBy(f => f.Offer.PostCode, StringComparer.Ordinal).ThenBy(f => f.Offer.Id, StringComparer.Ordinal);
}
