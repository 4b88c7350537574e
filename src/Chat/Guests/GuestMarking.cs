namespace Beffroi.Chat.Guests;

/// <summary>A guest is named in the marking of the case that they come into, unless it lets them in already.</summary>
static class GuestMarking
{
    public static bool LetsIn(Marked marking, Guid caseId) => marking.Audience!.Holds(Reader.Guest(Guid.Empty, caseId), marking.Tlp);

    public static Marked With(Marked marking, Guid person) => Each(marking, c => c.Reach is Reach.Named ? Circle.Of(c.Organisations, [.. c.People, person]) : c);

    public static Marked Without(Marked marking, Guid person) => Each(marking, c => c.Reach is Reach.Named ? Circle.Of(c.Organisations, c.People.Where(p => p != person)) : c);

    static Marked Each(Marked marking, Func<Circle, Circle> change) => marking with { Audience = new() { Circles = [.. marking.Audience!.Circles.Select(change)] } };
}
