using System.Text.Json.Serialization;

namespace Beffroi.Chat;

/// <summary>How far a circle reaches.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Reach>))]
public enum Reach
{
    /// <summary>The organisations and people that it names.</summary>
    [JsonStringEnumMemberName("named")] Named,

    /// <summary>Every member of an accepted organisation.</summary>
    [JsonStringEnumMemberName("community")] Community,

    /// <summary>Anybody, signed in or not.</summary>
    [JsonStringEnumMemberName("world")] World,
}

/// <summary>People who may know. Lists are kept sorted, so that the same circle is written the same way.</summary>
public sealed record Circle
{
    public required Reach Reach { get; init; }
    public IReadOnlyList<Guid> Organisations { get; init; } = [];
    public IReadOnlyList<Guid> People { get; init; } = [];

    public static Circle Of(IEnumerable<Guid> organisations, IEnumerable<Guid> people) => new()
    {
        Reach = Reach.Named,
        Organisations = [.. organisations.Distinct().Order()],
        People = [.. people.Distinct().Order()],
    };

    public bool Holds(Reader reader) => Names(reader) || Reach switch
    {
        Reach.Named => false,
        Reach.Community => reader.IsKnown,
        Reach.World => true,
    };

    /// <summary>By their own name, or by that of their organisation.</summary>
    public bool Names(Reader reader) =>
        NamesPerson(reader) || (!reader.IsGuest && reader.Organisation is { } organisation && Organisations.Contains(organisation));

    public bool NamesPerson(Reader reader) => reader.Person is { } person && People.Contains(person);

    /// <summary>What is left of it at a level, by TLP 2.0 (see <see cref="Audience.Holds"/>).</summary>
    public Circle Within(Tlp tlp) => tlp switch
    {
        Tlp.Clear => this,
        Tlp.Green => Reach is Reach.World ? this with { Reach = Reach.Community } : this,
        Tlp.Amber or Tlp.AmberStrict => this with { Reach = Reach.Named },
        Tlp.Red => this with { Reach = Reach.Named, Organisations = [] },
    };

    /// <summary>Nobody is in this one who is not in the other.</summary>
    public bool IsWithin(Circle other) => other.Reach switch
    {
        Reach.World => true,
        Reach.Community => Reach is not Reach.World,
        Reach.Named => Reach is Reach.Named && Organisations.All(other.Organisations.Contains) && People.All(other.People.Contains),
    };

    public bool Same(Circle other) =>
        Reach == other.Reach && Organisations.SequenceEqual(other.Organisations) && People.SequenceEqual(other.People);
}

/// <summary>Who may know something: those who are in every circle. Quoting adds the circles of what is quoted.</summary>
public sealed record Audience
{
    /// <summary>At least one.</summary>
    public required IReadOnlyList<Circle> Circles { get; init; }

    public static Audience Community { get; } = new() { Circles = [new() { Reach = Reach.Community }] };

    public static Audience World { get; } = new() { Circles = [new() { Reach = Reach.World }] };

    public static Audience Of(params IEnumerable<Guid> organisations) => new() { Circles = [Circle.Of(organisations, [])] };

    public static Audience OfPeople(params IEnumerable<Guid> people) => new() { Circles = [Circle.Of([], people)] };

    /// <summary>
    /// They are in every circle, and the level lets them: by TLP 2.0 (FIRST, August 2022), RED is for people who are named one by one,
    /// AMBER and AMBER+STRICT for organisations that are named, GREEN for the community; CLEAR has no bound.
    /// </summary>
    public bool Holds(Reader reader, Tlp tlp) => Circles.Count > 0 && Circles.All(c => c.Holds(reader)) && tlp switch
    {
        Tlp.Clear => true,
        Tlp.Green => reader.IsKnown,
        Tlp.Amber or Tlp.AmberStrict => Circles.Any(c => c.Names(reader)),
        Tlp.Red => Circles.Any(c => c.NamesPerson(reader)),
    };

    /// <summary>The same people at this level, said by the circles alone: a higher level than theirs may be put beside them.</summary>
    public Audience Within(Tlp tlp) => Circles.Any(c => IsBounded(c, tlp)) ? this : new() { Circles = [.. Circles.Select(c => c.Within(tlp))] };

    /// <summary>Nobody is in it whom the level keeps out.</summary>
    public static bool IsBounded(Circle circle, Tlp tlp) => tlp switch
    {
        Tlp.Clear => true,
        Tlp.Green => circle.Reach is not Reach.World,
        Tlp.Amber or Tlp.AmberStrict => circle.Reach is Reach.Named,
        Tlp.Red => circle.Reach is Reach.Named && circle.Organisations.Count == 0,
    };

    /// <summary>Whoever this one holds, the other holds. What is in no single circle may still be told as not within: a doubt is a no.</summary>
    public bool IsWithin(Audience other) => other.Circles.All(theirs => Circles.Any(ours => ours.IsWithin(theirs)));

    public Audience And(Audience other) =>
        new() { Circles = [.. Circles, .. other.Circles.Where(c => !Circles.Any(c.Same))] };
}
