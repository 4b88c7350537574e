using Beffroi.Dsfr;
using Beffroi.Kit;

namespace Beffroi.Chat.Casework;

/// <summary>Who may read one line: those of the case, or fewer.</summary>
public static class LineMarking
{
    public const string OwnOrganisation = "own";
    public const string OnlyMe = "me";

    public static Marked Read(string typed, Marked theCase, Seat seat) => typed switch
    {
        OwnOrganisation when seat.OrganisationId is { } organisation => new() { Tlp = Higher(Tlp.AmberStrict, theCase.Tlp), Audience = Audience.Of(organisation) },
        OnlyMe => new() { Tlp = Tlp.Red, Audience = Audience.OfPeople(seat.AccountId) },
        _ => new() { Tlp = theCase.Tlp },
    };

    public static IReadOnlyList<Option> Options(CaseScreen s) =>
    [
        new("", s.Say($"Tous les lecteurs du dossier ({s.Marking.Tlp.Label()})", $"All readers of the case ({s.Marking.Tlp.Label()})")),
        .. s.Seat.OrganisationName is { } name && s.Marking.Tlp < Tlp.Red ? [new Option(OwnOrganisation, s.Say($"{name} seulement ({Tlp.AmberStrict.Label()})", $"{name} only ({Tlp.AmberStrict.Label()})"))] : Array.Empty<Option>(),
        new(OnlyMe, s.Say($"Moi seulement ({Tlp.Red.Label()})", $"Only me ({Tlp.Red.Label()})")),
    ];

    static Tlp Higher(Tlp one, Tlp other) => one > other ? one : other;
}
