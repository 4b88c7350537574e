using Beffroi.Kit;

namespace Beffroi.Accounts.Support;

public enum RequestKind
{
    Bug,
    Help,
    Accessibility,
    PersonalData,
    Other,
}

public enum RequestState
{
    New,
    Taken,
    Answered,
    Closed,

    /// <summary>Not a request: nobody is to be answered.</summary>
    Unwanted,
}

public enum RequestAct
{
    Take,
    Answer,
    Note,
    Sort,
    Close,
    Reopen,
    PutAside,
}

/// <summary>What somebody wrote to the team, and what became of it. Its acts are kept with their date and their author.</summary>
public sealed class SupportRequest
{
    public const int SubjectMaxLength = 120;
    public const int MessageMaxLength = 4000;
    public const int PageMaxLength = 200;

    public required Guid Id { get; init; }

    /// <summary>What the person keeps: it opens nothing.</summary>
    public required string Reference { get; init; }
    public required SitePart Part { get; set; }
    public required RequestKind Kind { get; set; }
    public required string Subject { get; init; }
    public required string Message { get; init; }

    /// <summary>Null: no answer can be sent.</summary>
    public required string? Email { get; init; }

    /// <summary>Of whoever was signed in.</summary>
    public required Guid? AccountId { get; init; }

    /// <summary>Pattern of the route they came from, without what it was filled with: an address may hold a secret.</summary>
    public required string? Page { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public RequestState State { get; private set; }
    public Guid? TakenBy { get; private set; }
    public DateTimeOffset? FirstAnsweredAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When it must be answered, where a text says so.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Compared at save: two people of the team do not act at once.</summary>
    public int Revision { get; private set; }

    public List<RequestStep> Steps { get; } = [];

    public bool IsOpen => State is RequestState.New or RequestState.Taken or RequestState.Answered;

    public bool IsOverdue(DateTimeOffset now) => IsOpen && FirstAnsweredAt is null && DueAt < now;

    public SupportRequest Received()
    {
        DueAt = Kind.Due(ReceivedAt);
        return this;
    }

    /// <summary>False where this act means nothing in this state: nothing is then changed.</summary>
    public bool Can(RequestAct act) => act switch
    {
        RequestAct.Take => State is RequestState.New,
        RequestAct.Answer => IsOpen && Email is not null,
        RequestAct.Note => true,
        RequestAct.Sort => IsOpen,
        RequestAct.Close or RequestAct.PutAside => IsOpen,
        RequestAct.Reopen => !IsOpen,
    };

    /// <param name="text">What was answered or noted.</param>
    public void Do(RequestAct act, Guid by, DateTimeOffset now, string? text = null)
    {
        if (!Can(act))
        {
            throw new InvalidOperationException($"{act} means nothing for a request that is {State}.");
        }

        State = act switch
        {
            RequestAct.Take => RequestState.Taken,
            RequestAct.Answer => RequestState.Answered,
            RequestAct.Close => RequestState.Closed,
            RequestAct.PutAside => RequestState.Unwanted,
            RequestAct.Reopen => FirstAnsweredAt is null ? RequestState.Taken : RequestState.Answered,
            RequestAct.Note or RequestAct.Sort => State,
        };
        TakenBy = act is RequestAct.Take || (act is RequestAct.Answer or RequestAct.Reopen && TakenBy is null) ? by : TakenBy;
        FirstAnsweredAt = act is RequestAct.Answer ? FirstAnsweredAt ?? now : FirstAnsweredAt;
        ClosedAt = act switch
        {
            RequestAct.Close or RequestAct.PutAside => now,
            RequestAct.Reopen => null,
            RequestAct.Take or RequestAct.Answer or RequestAct.Note or RequestAct.Sort => ClosedAt,
        };
        DueAt = Kind.Due(ReceivedAt);
        Revision++;
        Steps.Add(new() { Id = Guid.CreateVersion7(now), RequestId = Id, Act = act, By = by, At = now, Text = text });
    }
}

/// <summary>An act of the team upon a request.</summary>
public sealed class RequestStep
{
    public const int TextMaxLength = 4000;

    public required Guid Id { get; init; }
    public required Guid RequestId { get; init; }
    public required RequestAct Act { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string? Text { get; init; }
}
