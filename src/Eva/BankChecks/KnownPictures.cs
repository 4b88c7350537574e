using System.Collections.Frozen;

namespace Beffroi.Eva.BankChecks;

/// <summary>The drawn pieces that an item may name: those of <c>Eva.Contracts/Pictures/Picture.razor</c> that are a thing or a person, not a whole scene.</summary>
public static class KnownPictures
{
    public static FrozenSet<string> All { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "rue", "porte", "camionnette", "caisse", "caisse-bleue", "fragile", "colis", "etagere", "panneau", "telephone", "bon", "note", "bouteille", "horloge", "casque", "robot",
        "fatou", "linh", "marek", "yanis", "chantal");
}
