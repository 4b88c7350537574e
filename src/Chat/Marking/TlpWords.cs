using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>Sharing levels as people read them.</summary>
public static class TlpWords
{
    /// <summary>As TLP 2.0 writes it, the same in every language.</summary>
    public static string Label(this Tlp tlp) => tlp switch
    {
        Tlp.Clear => "TLP:CLEAR",
        Tlp.Green => "TLP:GREEN",
        Tlp.Amber => "TLP:AMBER",
        Tlp.AmberStrict => "TLP:AMBER+STRICT",
        Tlp.Red => "TLP:RED",
    };

    /// <summary>What it allows, in a sentence.</summary>
    public static string Allows(this Tlp tlp, Lang l) => tlp switch
    {
        Tlp.Clear => l.Say("peut être dit à tous", "may be told to anybody"),
        Tlp.Green => l.Say("reste entre les organisations du site", "stays between the organisations of the site"),
        Tlp.Amber => l.Say("reste dans les organisations nommées et, au besoin, chez ceux qu’elles protègent", "stays in the organisations named and, if need be, with those whom they protect"),
        Tlp.AmberStrict => l.Say("reste dans les organisations nommées", "stays in the organisations named"),
        Tlp.Red => l.Say("reste entre les personnes nommées", "stays between the people named"),
    };

    /// <summary>Name of its class in the style sheet.</summary>
    public static string Class(this Tlp tlp) => tlp switch
    {
        Tlp.Clear => "tlp-clear",
        Tlp.Green => "tlp-green",
        Tlp.Amber => "tlp-amber",
        Tlp.AmberStrict => "tlp-strict",
        Tlp.Red => "tlp-red",
    };
}
