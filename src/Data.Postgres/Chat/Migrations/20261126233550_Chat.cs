using Beffroi.Data.Postgres.Chat;
using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Postgres.Chat.Migrations
{
    /// <inheritdoc />
    public partial class Chat : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "chat_audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Who = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Act = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Change = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Fields = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "chat_blobs",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_blobs", x => new { x.Sha256, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "chat_case_people",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_case_people", x => new { x.CaseId, x.AccountId });
                });

            migrationBuilder.CreateTable(
                name: "chat_criteria",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_criteria", x => new { x.OrganisationId, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "chat_drafts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    ThreadId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_drafts", x => new { x.AccountId, x.RoomId, x.ThreadId });
                });

            migrationBuilder.CreateTable(
                name: "chat_followings",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    TargetId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_followings", x => new { x.AccountId, x.Kind, x.TargetId });
                });

            migrationBuilder.CreateTable(
                name: "chat_notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: true),
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TellAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    MailedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LeftAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "chat_organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Sector = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    MasksAnalysts = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "chat_read_marks",
                columns: table => new
                {
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_read_marks", x => new { x.AccountId, x.RoomId });
                });

            migrationBuilder.CreateTable(
                name: "chat_readings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Act = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: true),
                    OwnerOrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_readings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "chat_revocations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_revocations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "chat_scopes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Tlp = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_scopes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "chat_domains",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Domain = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: false),
                    WithSubdomains = table.Column<bool>(type: "boolean", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AddedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_domains", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chat_domains_chat_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "chat_organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_guest_passes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ForWhom = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    InvitedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    InvitedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    LoginId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    AcceptedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RevokedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_guest_passes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chat_guest_passes_chat_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "chat_organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_members",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    JoinedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IsReferent = table.Column<bool>(type: "boolean", nullable: false),
                    LeftAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Notices = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_members", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chat_members_chat_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "chat_organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_rooms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Phase = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Topic = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    ScopeId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastPlace = table.Column<long>(type: "bigint", nullable: false),
                    LastCommonPlace = table.Column<long>(type: "bigint", nullable: false),
                    Widenings = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_rooms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chat_rooms_chat_scopes_ScopeId",
                        column: x => x.ScopeId,
                        principalTable: "chat_scopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_scope_circles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ScopeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reach = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_scope_circles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chat_scope_circles_chat_scopes_ScopeId",
                        column: x => x.ScopeId,
                        principalTable: "chat_scopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_awaited_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    ThreadId = table.Column<Guid>(type: "uuid", nullable: true),
                    Subject = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Value = table.Column<string>(type: "character varying(16383)", maxLength: 16383, nullable: false),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    NextAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_awaited_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chat_awaited_answers_chat_rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "chat_rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OpenedByOrganisation = table.Column<Guid>(type: "uuid", nullable: true),
                    ScopeId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: true),
                    Origin = table.Column<string>(type: "character varying(65)", maxLength: 65, nullable: true),
                    Lines = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_cases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chat_cases_chat_rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "chat_rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_chat_cases_chat_scopes_ScopeId",
                        column: x => x.ScopeId,
                        principalTable: "chat_scopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_feeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StoppedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    NextAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Watch = table.Column<string>(type: "text", nullable: true),
                    Readings = table.Column<int>(type: "integer", nullable: false),
                    ETag = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    LastModified = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReadAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_feeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chat_feeds_chat_rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "chat_rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_incoming_hooks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AddedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StoppedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_incoming_hooks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chat_incoming_hooks_chat_rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "chat_rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Origin = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Masked = table.Column<bool>(type: "boolean", nullable: false),
                    Source = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    ThreadId = table.Column<Guid>(type: "uuid", nullable: true),
                    ScopeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Text = table.Column<string>(type: "character varying(16383)", maxLength: 16383, nullable: false),
                    Terms = table.Column<string>(type: "text", nullable: false),
                    Card = table.Column<string>(type: "text", nullable: true),
                    EditedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RemovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RemovedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    ResolvedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chat_messages_chat_messages_ThreadId",
                        column: x => x.ThreadId,
                        principalTable: "chat_messages",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_chat_messages_chat_rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "chat_rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_chat_messages_chat_scopes_ScopeId",
                        column: x => x.ScopeId,
                        principalTable: "chat_scopes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "chat_outgoing_hooks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    SealedKey = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StoppedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_outgoing_hooks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chat_outgoing_hooks_chat_rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "chat_rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_scope_names",
                columns: table => new
                {
                    CircleId = table.Column<Guid>(type: "uuid", nullable: false),
                    NamedId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsPerson = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_scope_names", x => new { x.CircleId, x.NamedId });
                    table.ForeignKey(
                        name: "FK_chat_scope_names_chat_scope_circles_CircleId",
                        column: x => x.CircleId,
                        principalTable: "chat_scope_circles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_case_faces",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Lines = table.Column<int>(type: "integer", nullable: false),
                    SetId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Phase = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Tlp = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    IsClosed = table.Column<bool>(type: "boolean", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IsQualified = table.Column<bool>(type: "boolean", nullable: false),
                    IsQualifiedForOwn = table.Column<bool>(type: "boolean", nullable: false),
                    IsMine = table.Column<bool>(type: "boolean", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_case_faces", x => new { x.CaseId, x.ReaderId });
                    table.ForeignKey(
                        name: "FK_chat_case_faces_chat_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "chat_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_case_lines",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    ScopeId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_case_lines", x => new { x.CaseId, x.Number });
                    table.ForeignKey(
                        name: "FK_chat_case_lines_chat_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "chat_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_case_marks",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Value = table.Column<string>(type: "character varying(2200)", maxLength: 2200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_case_marks", x => new { x.CaseId, x.EventId, x.Kind });
                    table.ForeignKey(
                        name: "FK_chat_case_marks_chat_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "chat_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_untold_lines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    After = table.Column<int>(type: "integer", nullable: false),
                    Until = table.Column<int>(type: "integer", nullable: false),
                    AlertId = table.Column<Guid>(type: "uuid", nullable: true),
                    NextAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_untold_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chat_untold_lines_chat_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "chat_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_waiting_points",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    LineId = table.Column<Guid>(type: "uuid", nullable: true),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    OnlyLate = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_waiting_points", x => new { x.CaseId, x.ReaderId, x.Number });
                    table.ForeignKey(
                        name: "FK_chat_waiting_points_chat_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "chat_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: true),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    EventId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Size = table.Column<int>(type: "integer", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Picture = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    RemovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chat_files_chat_messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "chat_messages",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "chat_mentions",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_mentions", x => new { x.MessageId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_chat_mentions_chat_messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "chat_messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_message_versions",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_message_versions", x => new { x.MessageId, x.Until });
                    table.ForeignKey(
                        name: "FK_chat_message_versions_chat_messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "chat_messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_quotes",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuotedId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_quotes", x => new { x.MessageId, x.QuotedId });
                    table.ForeignKey(
                        name: "FK_chat_quotes_chat_messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "chat_messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_reactions",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sign = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Masked = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_reactions", x => new { x.MessageId, x.AccountId, x.Sign });
                    table.ForeignKey(
                        name: "FK_chat_reactions_chat_messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "chat_messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chat_hook_deliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HookId = table.Column<Guid>(type: "uuid", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NextAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Failure = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_hook_deliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chat_hook_deliveries_chat_outgoing_hooks_HookId",
                        column: x => x.HookId,
                        principalTable: "chat_outgoing_hooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_chat_audit_At",
                table: "chat_audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_chat_audit_Subject",
                table: "chat_audit",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_chat_awaited_answers_NextAt",
                table: "chat_awaited_answers",
                column: "NextAt");

            migrationBuilder.CreateIndex(
                name: "IX_chat_awaited_answers_RoomId",
                table: "chat_awaited_answers",
                column: "RoomId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_case_faces_ReaderId_ChangedAt",
                table: "chat_case_faces",
                columns: new[] { "ReaderId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_chat_case_lines_EventId",
                table: "chat_case_lines",
                column: "EventId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_chat_case_marks_Kind_Value",
                table: "chat_case_marks",
                columns: new[] { "Kind", "Value" });

            migrationBuilder.CreateIndex(
                name: "IX_chat_cases_ChangedAt",
                table: "chat_cases",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_chat_cases_MessageId",
                table: "chat_cases",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_cases_Origin",
                table: "chat_cases",
                column: "Origin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_chat_cases_RoomId",
                table: "chat_cases",
                column: "RoomId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_cases_ScopeId",
                table: "chat_cases",
                column: "ScopeId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_domains_Domain",
                table: "chat_domains",
                column: "Domain",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_chat_domains_OrganisationId",
                table: "chat_domains",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_feeds_NextAt",
                table: "chat_feeds",
                column: "NextAt");

            migrationBuilder.CreateIndex(
                name: "IX_chat_feeds_RoomId",
                table: "chat_feeds",
                column: "RoomId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_files_CaseId",
                table: "chat_files",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_files_MessageId",
                table: "chat_files",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_files_Sha256",
                table: "chat_files",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_chat_guest_passes_AccountId",
                table: "chat_guest_passes",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_guest_passes_CaseId",
                table: "chat_guest_passes",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_guest_passes_LoginId",
                table: "chat_guest_passes",
                column: "LoginId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_guest_passes_OrganisationId",
                table: "chat_guest_passes",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_guest_passes_SecretHash",
                table: "chat_guest_passes",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_chat_hook_deliveries_DoneAt_NextAt",
                table: "chat_hook_deliveries",
                columns: new[] { "DoneAt", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_chat_hook_deliveries_HookId",
                table: "chat_hook_deliveries",
                column: "HookId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_incoming_hooks_RoomId",
                table: "chat_incoming_hooks",
                column: "RoomId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_incoming_hooks_SecretHash",
                table: "chat_incoming_hooks",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_chat_members_AccountId_LeftAt",
                table: "chat_members",
                columns: new[] { "AccountId", "LeftAt" });

            migrationBuilder.CreateIndex(
                name: "IX_chat_members_LoginId",
                table: "chat_members",
                column: "LoginId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_members_OrganisationId",
                table: "chat_members",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_mentions_AccountId",
                table: "chat_mentions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_messages_RoomId_Place",
                table: "chat_messages",
                columns: new[] { "RoomId", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_chat_messages_ScopeId",
                table: "chat_messages",
                column: "ScopeId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_messages_ThreadId_Place",
                table: "chat_messages",
                columns: new[] { "ThreadId", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_chat_notices_AccountId_At",
                table: "chat_notices",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_chat_notices_AccountId_Key",
                table: "chat_notices",
                columns: new[] { "AccountId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_chat_notices_MailedAt",
                table: "chat_notices",
                column: "MailedAt");

            migrationBuilder.CreateIndex(
                name: "IX_chat_notices_TellAt",
                table: "chat_notices",
                column: "TellAt");

            migrationBuilder.CreateIndex(
                name: "IX_chat_outgoing_hooks_RoomId",
                table: "chat_outgoing_hooks",
                column: "RoomId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_quotes_QuotedId",
                table: "chat_quotes",
                column: "QuotedId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_readings_CaseId_At",
                table: "chat_readings",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_chat_readings_ItemId_AccountId",
                table: "chat_readings",
                columns: new[] { "ItemId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_chat_readings_OwnerOrganisationId_At",
                table: "chat_readings",
                columns: new[] { "OwnerOrganisationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_chat_revocations_At",
                table: "chat_revocations",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_chat_rooms_CaseId",
                table: "chat_rooms",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_rooms_ScopeId",
                table: "chat_rooms",
                column: "ScopeId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_scope_circles_ScopeId",
                table: "chat_scope_circles",
                column: "ScopeId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_scopes_Hash",
                table: "chat_scopes",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_chat_untold_lines_CaseId",
                table: "chat_untold_lines",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_untold_lines_NextAt",
                table: "chat_untold_lines",
                column: "NextAt");

            migrationBuilder.CreateIndex(
                name: "IX_chat_waiting_points_ReaderId_Since",
                table: "chat_waiting_points",
                columns: new[] { "ReaderId", "Since" });
            MessageIndex.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            MessageIndex.Drop(migrationBuilder);
            migrationBuilder.DropTable(
                name: "chat_audit");

            migrationBuilder.DropTable(
                name: "chat_awaited_answers");

            migrationBuilder.DropTable(
                name: "chat_blobs");

            migrationBuilder.DropTable(
                name: "chat_case_faces");

            migrationBuilder.DropTable(
                name: "chat_case_lines");

            migrationBuilder.DropTable(
                name: "chat_case_marks");

            migrationBuilder.DropTable(
                name: "chat_case_people");

            migrationBuilder.DropTable(
                name: "chat_criteria");

            migrationBuilder.DropTable(
                name: "chat_domains");

            migrationBuilder.DropTable(
                name: "chat_drafts");

            migrationBuilder.DropTable(
                name: "chat_feeds");

            migrationBuilder.DropTable(
                name: "chat_files");

            migrationBuilder.DropTable(
                name: "chat_followings");

            migrationBuilder.DropTable(
                name: "chat_guest_passes");

            migrationBuilder.DropTable(
                name: "chat_hook_deliveries");

            migrationBuilder.DropTable(
                name: "chat_incoming_hooks");

            migrationBuilder.DropTable(
                name: "chat_members");

            migrationBuilder.DropTable(
                name: "chat_mentions");

            migrationBuilder.DropTable(
                name: "chat_message_versions");

            migrationBuilder.DropTable(
                name: "chat_notices");

            migrationBuilder.DropTable(
                name: "chat_quotes");

            migrationBuilder.DropTable(
                name: "chat_reactions");

            migrationBuilder.DropTable(
                name: "chat_read_marks");

            migrationBuilder.DropTable(
                name: "chat_readings");

            migrationBuilder.DropTable(
                name: "chat_revocations");

            migrationBuilder.DropTable(
                name: "chat_scope_names");

            migrationBuilder.DropTable(
                name: "chat_untold_lines");

            migrationBuilder.DropTable(
                name: "chat_waiting_points");

            migrationBuilder.DropTable(
                name: "chat_outgoing_hooks");

            migrationBuilder.DropTable(
                name: "chat_organisations");

            migrationBuilder.DropTable(
                name: "chat_messages");

            migrationBuilder.DropTable(
                name: "chat_scope_circles");

            migrationBuilder.DropTable(
                name: "chat_cases");

            migrationBuilder.DropTable(
                name: "chat_rooms");

            migrationBuilder.DropTable(
                name: "chat_scopes");
        }
    }
}
