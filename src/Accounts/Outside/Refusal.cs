using Beffroi.Accounts.OpenId;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Accounts.Outside;

/// <summary>Why somebody does not come in by a provider.</summary>
public enum Why
{
    /// <summary>Not begun here, begun too long ago, or come back from already.</summary>
    Stale,

    /// <summary>The person stopped, or the provider did not recognise them.</summary>
    Cancelled,

    /// <summary>The provider does not answer, or answers what it should not.</summary>
    Silent,

    OneFactorOnly,

    /// <summary>An agent of a body or of a role that is not let in here.</summary>
    NotForThem,

    /// <summary>Their account here is deactivated.</summary>
    Closed,

    /// <summary>Linked to another account already.</summary>
    LinkedElsewhere,
}

static class Refusal
{
    public static IResult View(Provider provider, Why why, SiteIdentity site) =>
        Html.View<RefusedPage, RefusedModel>(new(provider, why, site.ContactEmail), Status(why));

    static int Status(Why why) => why switch
    {
        Why.Stale => StatusCodes.Status400BadRequest,
        Why.Cancelled or Why.OneFactorOnly or Why.NotForThem or Why.Closed => StatusCodes.Status403Forbidden,
        Why.LinkedElsewhere => StatusCodes.Status409Conflict,
        Why.Silent => StatusCodes.Status502BadGateway,
    };
}

public sealed record RefusedModel(Provider Provider, Why Why, string Contact);
