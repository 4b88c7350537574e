using Beffroi.Encyclopedia;
using Beffroi.Kit;

namespace Beffroi.Testing;

/// <summary>The pages where the encyclopedia is read, in both languages.</summary>
static class ReadingPlaces
{
    public static IEnumerable<Place> All => Langs.All.SelectMany(In);

    static IEnumerable<Place> In(Lang l) =>
    [
        new(Addresses.Home(l), Addresses.Home(l), null),
        new(Addresses.Home(l), Addresses.Home(l), Crew.Hugo),
        new(Addresses.PhasePattern(l), Addresses.Phase(l, Phase.Qualification), null),
        new(Addresses.Entry(l, "{key}"), Addresses.Entry(l, ReadingFurnishing.Practice), null),
        new(Addresses.Entry(l, "{key}"), Addresses.Entry(l, ReadingFurnishing.Tool), null),
        new(Addresses.Entry(l, "{key}"), Addresses.Entry(l, ReadingFurnishing.Untranslated), Crew.Hugo),
        new(Addresses.Wanted(l), Addresses.Wanted(l), null),
    ];
}
