namespace Beffroi.Kit;

/// <summary>Where people reach the team, in each language: linked from the frame of every page, served by the accounts module.</summary>
public static class Contact
{
    public static string Write(Lang l) => l.Say("/aide/ecrire", "/en/help/write");

    /// <param name="l">Of the page that asks.</param>
    /// <param name="from">Pattern of the route they come from.</param>
    public static string Write(Lang l, string from) => $"{Write(l)}?depuis={Uri.EscapeDataString(from)}";

    public static string Opinion(Lang l) => l.Say("/avis", "/en/opinion");

    /// <summary>The page of thanks, below another one.</summary>
    public static string Thanks(Lang l) => l.Say("/merci", "/thanks");
}
