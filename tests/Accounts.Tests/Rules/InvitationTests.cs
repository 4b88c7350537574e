using Beffroi.Kit;

namespace Beffroi.Accounts.Tests.Rules;

public sealed class InvitationTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly EmailAddress To = EmailAddress.Read("leo@structure.fr", "Email", new())!;

    [Fact]
    public void The_token_is_not_kept_only_its_hash()
    {
        var (invitation, token) = Invitation.Write(To, Role.Conseiller, null, Guid.Empty, Now);
        Assert.NotEqual(token, invitation.TokenHash);
        Assert.Equal(Invitation.HashOf(token), invitation.TokenHash);
        Assert.NotEqual(token, Invitation.Write(To, Role.Conseiller, null, Guid.Empty, Now).Token);
    }

    [Fact]
    public void It_lasts_fourteen_days()
    {
        var (invitation, _) = Invitation.Write(To, Role.Conseiller, null, Guid.Empty, Now);
        Assert.True(invitation.IsOpen(Now.AddDays(14).AddTicks(-1)));
        Assert.False(invitation.IsOpen(Now.AddDays(14)));
    }

    [Fact]
    public void Once_cancelled_it_cannot_be_accepted()
    {
        var (invitation, _) = Invitation.Write(To, Role.Conseiller, null, Guid.Empty, Now);
        invitation.Cancel(Guid.Empty, Now);
        Assert.False(invitation.IsOpen(Now));
        Assert.Throws<InvalidOperationException>(() => invitation.Accept(new(), Now));
    }
}
