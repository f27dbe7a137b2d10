# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Models, imported on first use."""

from .._runtime.lazy_imports import lazy_exports

__getattr__, __dir__ = lazy_exports(
    __name__,
    """
    action_content: ActionContent
    allow_block_rule: AllowBlockRule
    allow_block_rule_category: AllowBlockRuleCategory
    allow_block_rule_create: AllowBlockRuleCreate
    allow_block_rule_list: AllowBlockRuleList
    allow_block_rule_page: AllowBlockRulePage
    allow_block_rule_progress:
        AllowBlockRuleProgress
        AllowBlockRuleProgressStatus
    allow_block_rule_type: AllowBlockRuleType
    antispam_settings: AntispamSettings
    authentication_content: AuthenticationContent
    body: Body
    body_action: BodyAction
    body_authentication: BodyAuthentication
    body_carousel: BodyCarousel
    body_file: BodyFile
    body_gif: BodyGif
    body_html: BodyHtml
    body_image: BodyImage
    body_list: BodyList
    body_location: BodyLocation
    body_text: BodyText
    carousel_content:
        CarouselContent
        CarouselContentItemsItem
    conflict_error_body: ConflictErrorBody
    conversation: Conversation
    conversation_accessibility: ConversationAccessibility
    conversation_list: ConversationList
    conversation_page: ConversationPage
    conversation_platform_style: ConversationPlatformStyle
    conversation_resource: ConversationResource
    conversation_status: ConversationStatus
    conversation_style: ConversationStyle
    conversation_visibility: ConversationVisibility
    conversational_channel:
        ConversationalChannel
        ConversationalChannelStatus
    create_conversation: CreateConversation
    create_initial_message: CreateInitialMessage
    create_message:
        CreateMessage
        CreateMessageWithBody
        CreateMessageWithTemplate
    create_message_recipients:
        CreateMessageRecipients
        CreateMessageRecipientsItem
        CreateMessageRecipientsItemWithContactID
        CreateMessageRecipientsItemWithIdentifier
    create_participant:
        CreateParticipant
        CreateParticipantUserOrFlow
        CreateParticipantUserOrFlowType
        CreateParticipantWithContactID
        CreateParticipantWithContactIDContact
        CreateParticipantWithContactIdentifier
        CreateParticipantWithContactIdentifierContact
    create_presigned_upload: CreatePresignedUpload
    detailed_error: DetailedError
    file_content:
        FileContent
        FileContentFilesItem
    gif_content: GifContent
    html_content: HtmlContent
    image_content:
        ImageContent
        ImageContentImagesItem
    last_message:
        LastMessage
        LastMessagePreview
    list_content:
        ListContent
        ListContentItemsItem
        ListContentMetadata
        ListContentMetadataButton
    list_participant_conversations: ListParticipantConversationsVisibility
    location_content: LocationContent
    message:
        Message
        MessageReceiverTypesItem
        MessageSource
    message_action:
        MessageAction
        MessageActionLink
        MessageActionPostback
        MessageActionReply
        MessageActionType
    message_attachment: MessageAttachment
    message_list: MessageList
    message_meta:
        MessageMeta
        MessageMetaEmail
        MessageMetaEmailFrom
        MessageMetaOrder
        MessageMetaOrderProductsItem
        MessageMetaOrderProductsItemPrice
        MessageMetaReferral
        MessageMetaReferralMetadata
        MessageMetaReferredProduct
    message_page: MessagePage
    message_recipient:
        MessageRecipient
        MessageRecipientContactAnnotation
    message_recipient_type: MessageRecipientType
    message_sender: MessageSender
    message_status: MessageStatus
    not_found_error_body: NotFoundErrorBody
    paginated_list: PaginatedList
    paginated_results: PaginatedResults
    participant:
        Participant
        ParticipantStatus
    participant_contact: ParticipantContact
    participant_list: ParticipantList
    participant_page: ParticipantPage
    participant_ref: ParticipantRef
    participant_type: ParticipantType
    presigned_upload: PresignedUpload
    query_conversation_status: ConversationStatusFilter
    template:
        Template
        TemplateParametersItem
        TemplateSettings
        TemplateShortLinks
        TemplateUtmParametersItem
    text_content: TextContent
    text_metadata:
        TextMetadata
        TextMetadataApple
        TextMetadataLine
        TextMetadataLineEmoji
        TextMetadataLineEmojiItemsItem
        TextMetadataTelegram
        TextMetadataWhatsapp
    update_allow_block_rule: UpdateAllowBlockRule
    update_conversation: UpdateConversation
    update_message:
        UpdateMessage
        UpdateMessageStatus
    update_participant: UpdateParticipant
    update_participant_status: UpdateParticipantStatus
    validation_error_body: ValidationErrorBody
    """,
)
