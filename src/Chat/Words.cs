using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>A sentence for a person, in both languages.</summary>
public sealed record Words(string French, string English)
{
    public string In(Lang language) => language.Say(French, English);
}
