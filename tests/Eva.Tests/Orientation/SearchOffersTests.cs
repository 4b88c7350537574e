using Beffroi.Eva.Offers;
using Beffroi.Eva.OrientationFiles;

namespace Beffroi.Eva.Tests.Orientation;

public sealed class SearchOffersTests
{
    static readonly DateOnly Today = new(2026, 11, 23);

    static readonly Offer[] All =
    [
        Make("a", "Lille", "59000"), Make("b", "Lille", "59800"), Make("c", "Douai", "59500"), Make("d", "Lens", "62300"), Make("e", "Loos", "59120", OfferKind.Fle), Make("f", "Seclin", "59009"),
        Make("past", "Lille", "59000") with { ValidUntil = new(2026, 11, 22) }, Make("begun", "Lille", "59000") with { StartsOn = new(2026, 11, 22), ValidUntil = null },
    ];

    [Theory]
    [InlineData("59000", "abfce")]
    [InlineData("lille", "abfce")]
    [InlineData("59", "abcef")]
    [InlineData("62000", "d")]
    [InlineData("59260", "abcef")]
    [InlineData("", "abcdef")]
    public void The_same_commune_comes_first_then_the_same_beginning_then_the_departement(string typed, string expected)
    {
        var found = OfferSearch.Of(All, typed, null, Today);

        Assert.False(found.Lost);
        // Equally near ones come by day, then post code: their order is checked as a set of each nearness.
        Assert.Equal(expected.Order(), string.Concat(found.Found.Select(f => f.Offer.Id)).Order());
        Assert.Equal(found.Found.Select(f => f.Nearness).Order(), found.Found.Select(f => f.Nearness));
    }

    [Fact]
    public void A_post_code_knows_its_commune_and_its_neighbours()
    {
        var found = OfferSearch.Of(All, "59000", null, Today).Found.ToLookup(f => f.Nearness, f => f.Offer.Id);

        Assert.Equal(["a"], found[Nearness.SameCommune]);
        Assert.Equal(["f"], found[Nearness.SamePrefix]);
        Assert.Equal(["e", "c", "b"], found[Nearness.SameDepartment]);
    }

    [Fact]
    public void A_kind_narrows_and_an_unknown_place_finds_nothing_and_says_so()
    {
        Assert.Equal(["e"], OfferSearch.Of(All, "59", OfferKind.Fle, Today).Found.Select(f => f.Offer.Id));
        Assert.True(OfferSearch.Of(All, "Nulle-Part", null, Today).Lost);
        Assert.Empty(OfferSearch.Of(All, "75001", null, Today).Found);
    }

    static Offer Make(string id, string commune, string code, OfferKind kind = OfferKind.Ocb) =>
        new() { Id = id, Title = id, Kind = kind, Organisation = "O", Commune = commune, PostCode = code, StartsOn = new(2027, 1, 11) };
}
