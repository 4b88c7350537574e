using Beffroi.Kit;

namespace Beffroi.Accounts.Invitations;

/// <summary>Whom to invite, as what and where, once read and found allowed.</summary>
public sealed record InvitationRequest
{
    InvitationRequest()
    {
    }

    public required EmailAddress Email { get; init; }
    public required Role Role { get; init; }
    public required Guid? StructureId { get; init; }

    /// <summary>The roles that this person may give there.</summary>
    public static IReadOnlyList<Role> RolesFor(CurrentUser by, Guid? structureId) =>
        [.. by.Role.Givable().Where(r => structureId is not null || !r.NeedsStructure())];

    public static InvitationRequest? Read(InviteForm form, CurrentUser by, Guid? structureId, Errors errors)
    {
        var email = EmailAddress.Read(form.Email, nameof(form.Email), errors);
        var role = RoleLabels.Read(form.Role);
        if (role is null)
        {
            errors.Add(nameof(form.Role), "Choisissez un rôle");
        }
        else if (!by.Role.MayGive(role.Value))
        {
            errors.Add(nameof(form.Role), "Vous ne pouvez pas donner un rôle plus étendu que le vôtre");
            role = null;
        }
        else if (role.Value.NeedsStructure() && structureId is null)
        {
            errors.Add(nameof(form.Role), "Ce rôle s’exerce dans une structure : invitez depuis la page de la structure");
            role = null;
        }

        return email is null || role is null ? null : new() { Email = email, Role = role.Value, StructureId = structureId };
    }
}

/// <summary>The form as typed.</summary>
public sealed record InviteForm
{
    public string? Email { get; init; }
    public string? Role { get; init; }
    public Guid? Structure { get; init; }
}
