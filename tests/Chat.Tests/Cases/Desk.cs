using System.Security.Cryptography;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Tests.Cases;

/// <summary>A case being written: a clock that is set, chance that is seeded, four organisations and their people.</summary>
public sealed class Desk
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static readonly Guid Ministry = Id(1), Ngo = Id(2), Paper = Id(3), Lab = Id(4);
    public static readonly Guid Anna = Id(11), Bilal = Id(12), Chloe = Id(13), David = Id(14), Guest = Id(19);

    int _ids = 1000;

    public Desk() => Log = CaseLog.Of(Id(500));

    public SetClock Clock { get; } = new() { Now = Start };
    public CaseLog Log { get; private set; }

    public static Guid Id(int number) => new(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1);

    public static Author By(Guid person, Guid? organisation, bool masked = false) => new() { Person = person, Organisation = organisation, Masked = masked };

    public static Marked Green { get; } = new() { Tlp = Tlp.Green };

    public static Marked Amber(params IEnumerable<Guid> organisations) => new() { Tlp = Tlp.Amber, Audience = Audience.Of(organisations) };

    public static Desk Opened(Marked? marking = null, string title = "Une campagne") =>
        new Desk().Write(new CaseOpened { Title = title }, marking ?? new() { Tlp = Tlp.Green, Audience = Audience.Community }, out _);

    public Desk Write(CaseFact fact, Marked? marking, out Guid id, Author? author = null, DateTimeOffset? happened = null, DateTimeOffset? knew = null)
    {
        var draft = Draft(fact, marking, author, happened, knew);
        using var bytes = new SeededBytes(_ids);
        Log = Log.With(draft, Clock, bytes);
        id = draft.Id;
        return this;
    }

    public Desk Write(CaseFact fact, Marked? marking = null, Author? author = null, DateTimeOffset? happened = null, DateTimeOffset? knew = null) =>
        Write(fact, marking, out _, author, happened, knew);

    public CaseDraft Draft(CaseFact fact, Marked? marking = null, Author? author = null, DateTimeOffset? happened = null, DateTimeOffset? knew = null) => new()
    {
        Id = Id(_ids++),
        Author = author ?? By(Anna, Ministry),
        Marking = marking ?? Green,
        Fact = fact,
        HappenedAt = happened,
        KnewAt = knew,
    };

    public Desk After(TimeSpan time)
    {
        Clock.Now += time;
        return this;
    }

    public CaseView See(Guid person, Guid organisation) => CaseView.For(Log, Reader.Member(person, organisation))!;

    public CaseView See() => See(Anna, Ministry);

    /// <summary>Fields that a draft gets wrong, as its author sees them.</summary>
    public IEnumerable<string> Wrong(CaseFact fact, Marked? marking = null, Author? author = null, DateTimeOffset? happened = null, DateTimeOffset? knew = null)
    {
        var draft = Draft(fact, marking, author, happened, knew);
        var view = CaseView.For(Log, new() { Person = draft.Author.Person, Organisation = draft.Author.Organisation })!;
        return view.Faults(draft).Select(f => f.Field);
    }
}

public sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}

public sealed class SeededBytes(int seed) : RandomNumberGenerator
{
    readonly Random _random = new(seed);

    public override void GetBytes(byte[] data) => _random.NextBytes(data);
}

/// <summary>Gives back the salts of a log, one after the other.</summary>
public sealed class SameSalts(IEnumerable<string> salts) : RandomNumberGenerator
{
    readonly Queue<string> _salts = new(salts);

    public override void GetBytes(byte[] data) => Convert.FromHexString(_salts.Dequeue()).CopyTo(data, 0);
}
