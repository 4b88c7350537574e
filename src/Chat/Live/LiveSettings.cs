namespace Beffroi.Chat.Live;

/// <summary>What one person may do at once and for long, on the live line and by the pages (<c>Chat:Live</c>).</summary>
public sealed record LiveSettings
{
    /// <summary>Several sites on one database, with Redis between them.</summary>
    public bool ManyNodes { get; init; }

    /// <summary>Pages that one person may have open at once, on one node.</summary>
    public int MostPages { get; init; } = 30;

    /// <summary>Messages that one person may send at once, on one node.</summary>
    public int PostBurst { get; init; } = 30;

    /// <summary>And then each second: nobody writes faster.</summary>
    public int PostsPerSecond { get; init; } = 2;

    /// <summary>Calls of every kind that one person may make at once, on one node.</summary>
    public int CallBurst { get; init; } = 200;

    public int CallsPerSecond { get; init; } = 20;

    /// <summary>Forms that one person may send at once, on one node: messages, lines of cases, files, reactions.</summary>
    public int FormBurst { get; init; } = 60;

    public int FormsPerSecond { get; init; } = 2;

    /// <summary>Mebibytes that one person may send at once in forms: three messages full of files.</summary>
    public int MebibytesBurst { get; init; } = 300;

    public int MebibytesPerSecond { get; init; } = 1;

    /// <summary>Answers of <c>/bot</c> that one person may wait for at once, on one node.</summary>
    public int MostAwaited { get; init; } = 3;

    /// <summary>And all people together.</summary>
    public int MostAwaitedByAll { get; init; } = 50;
}
